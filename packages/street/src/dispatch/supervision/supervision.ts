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
  en: 'Supervision of an overdue work order (R12)',
  list: 'Supervisions of overdue work orders',
  read: { group: 'DISPATCH', via: 'workOrderId' },
  writes: 'WORK',
  columns: {
    workOrderId: column.ref(() => WorkOrder, { inverse: 'supervisions', trace: column.ON }),
    state: column.choice(SupervisionState, '状态', 'State'),
    missedDeadline: column.day('逾期的完成时限', 'Missed deadline'),
    resolution: column.optional(
      column.text(
        '督办处理情况；派单终结或延期而自动销号的为空',
        'Measures taken. Null while open, and if resolved by the end or extension of the order',
      ),
    ),
    resolvedAt: column.optional(column.instant('销号时间', 'Time of resolution. Null while open')),
    resolvedBy: column.optional(
      column.subject('销号人(令牌中的人员标识)', 'Subject whose command resolved it'),
    ),
  },
  shares: ['workOrderId', 'state', 'missedDeadline', 'resolvedAt'],
  trace: { title: 'missedDeadline' },
});

export type Supervision = RowOf<typeof Supervision>;
