import { column, defineTable, type RowOf } from '@mtg/commands';
import { findStreet, Street } from '../streets/street';

/** The day from which a street is judged. A change is a further row, so that history stays; the last one counts. */
export const JudgementStart = defineTable('JudgementStart', {
  zh: '考核起始日',
  en: 'Day from which a street is judged. The last one recorded for a street counts',
  list: 'Days from which streets are judged, changed ones included',
  read: { group: 'REFERENCE' },
  writes: 'APPEND_ONLY',
  columns: {
    streetCode: column.leadingTo(column.code('所考核街道代码', 'Code of the judged street'), {
      name: 'street',
      zh: '街道',
      en: 'Street that is judged',
      type: () => Street,
      resolve: findStreet,
    }),
    since: column.day('起始日期', 'First day that is judged'),
    reason: column.optional(column.text('更改的理由，首次为空', 'Reason for the change. Null for the first')),
  },
  shares: ['streetCode', 'since'],
});

export type JudgementStart = RowOf<typeof JudgementStart>;
