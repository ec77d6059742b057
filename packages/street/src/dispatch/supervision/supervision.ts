import { column, defineTable, type RowOf } from '@mtg/commands';
import { labelsOf, supervisionMachine, SupervisionState } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { WorkOrder } from '../orders/work-order';

registerVocabulary(
  SupervisionState,
  'SupervisionState',
  { zh: '督办状态', en: 'State of a supervision (R12)' },
  labelsOf(supervisionMachine),
);

/** That an order is overdue, and what was done about it (R12). A sweep opens it. */
export const Supervision = defineTable('Supervision', {
  zh: '督办',
  en: 'The supervision of an overdue work order (R12)',
  list: 'Supervisions of overdue work orders',
  read: { group: 'DISPATCH', via: 'workOrderId' },
  writes: 'WORK',
  columns: {
    workOrderId: column.ref(() => WorkOrder, { inverse: 'supervisions', trace: column.ON }),
    state: column.choice(SupervisionState, '状态', 'State'),
    missedDeadline: column.day('逾期的完成时限', 'The deadline that was missed'),
    resolution: column.optional(
      column.text(
        '督办处理情况；派单终结或延期而自动销号的为空',
        'What was done; null while it is open, and when the order’s end or extension resolved it',
      ),
    ),
    resolvedAt: column.optional(column.instant('销号时间', 'When it was resolved')),
    resolvedBy: column.optional(
      column.subject('销号人(令牌的 sub)', 'Whose command resolved it: the token’s subject'),
    ),
  },
  trace: { title: 'missedDeadline' },
});

export type Supervision = RowOf<typeof Supervision>;
