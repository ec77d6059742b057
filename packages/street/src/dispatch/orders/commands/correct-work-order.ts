import { requireNotEnded } from '@mtg/governance';
import { defineCorrection } from '../../../foundation/corrections/define-correction';
import { WorkOrder } from '../work-order';

/** R11: what an order says, and who is responsible, is corrected until it ends. Its deadline is extended (grantExtension). */
export const workOrderCorrection = defineCorrection({
  name: 'correctWorkOrder',
  says: {
    zh: '更正派单的标题、内容或责任人；已办结或已取消的不再更正，时限由延期改变(R11)',
    en: 'Corrects title, content or responsible person of a work order that has not ended. Its deadline is extended instead (R11)',
  },
  table: WorkOrder,
  columns: ['title', 'content', 'responsiblePerson'],
  target: ({ centerCode }) => ({ center: centerCode }),
  check: (transaction, order) => requireNotEnded(transaction, order),
});
