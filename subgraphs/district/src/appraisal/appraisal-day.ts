import { column, defineTable, type RowOf } from '@mtg/commands';

/** The day of a year's performance appraisal (绩效考核). A change is a further row, so that history stays; the last one counts. */
export const AppraisalDay = defineTable('AppraisalDay', {
  zh: '绩效考核日期',
  en: 'Day of the performance appraisal of a year. The last one recorded for a year counts',
  list: 'Calendar of appraisals: days by year, changed ones included',
  read: { group: 'REFERENCE' },
  writes: 'APPEND_ONLY',
  columns: {
    year: column.whole('年份', 'Year'),
    day: column.day('考核日期', 'Day of the appraisal'),
    reason: column.optional(column.text('更改的理由，首次为空', 'Reason for the change. Null for the first')),
  },
  shares: ['year', 'day'],
});

export type AppraisalDay = RowOf<typeof AppraisalDay>;
