import { column, defineTable, type RowOf } from '@mtg/commands';
import { LEAVE_KIND_LABELS, LeaveKind } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { Person } from './person';

registerVocabulary(LeaveKind, 'LeaveKind', { zh: '休假种类', en: 'Kind of leave' }, LEAVE_KIND_LABELS);

/** Days on which a person is away. Of them R24 asks for no visits. */
export const Leave = defineTable('Leave', {
  zh: '休假',
  en: 'Leave of a person: days of which R24 asks for no visits',
  list: 'Leaves of people, past and to come',
  label: { zh: '休假', en: 'leave' },
  read: { group: 'PEOPLE' },
  writes: 'WORK',
  columns: {
    personId: column.ref(() => Person, { inverse: 'leaves' }),
    kind: column.choice(LeaveKind, '种类', 'Kind of leave'),
    since: column.day('第一日', 'First day'),
    until: column.day('最后一日(含当日)', 'Last day'),
    cancelledAt: column.optional(
      column.instant(
        '撤销登记的时间，空为有效',
        'Time at which the record was cancelled. Null while in force',
      ),
    ),
    cancellationReason: column.optional(
      column.personal(column.text('撤销登记的理由', 'Reason of the cancellation. Null while in force')),
    ),
  },
});

export type Leave = RowOf<typeof Leave>;
