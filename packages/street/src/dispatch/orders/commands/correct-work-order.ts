import { field } from '@mtg/commands';
import { requireNotEnded } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCorrection } from '../../../foundation/corrections/define-correction';
import { WorkOrder } from '../work-order';
import { WorkOrderCorrection } from '../work-order-correction';

/** R11: what an order says, and who is responsible, is corrected until it ends. Its deadline is extended (grantExtension). */
export const correctWorkOrder = defineCorrection({
  name: 'correctWorkOrder',
  description: zhEn(
    '更正派单的标题、内容或责任人，原值和理由保留；已办结或已取消的不再更正(R11)',
    'Corrects title, content or responsible person of a work order that has not ended. The old values are kept with the reason (R11)',
  ),
  table: WorkOrder,
  corrections: WorkOrderCorrection,
  columns: {
    title: field.line(zhEn('更正后的标题', 'Right title')),
    content: field.text(zhEn('更正后的内容', 'Right content of the work')),
    responsiblePerson: field.mark(zhEn('更正后的责任人(R11)', 'Right responsible person (R11)')),
  },
  target: ({ centerCode }) => ({ center: centerCode }),
  check: (transaction, order) => requireNotEnded(transaction, order),
});
