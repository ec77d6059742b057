import { column, defineTable, type RowOf } from '@mtg/commands';
import { Meeting } from '../meetings/meeting';

/** What the street tells its member units of a year as a whole (R04). */
export const AnnualNotice = defineTable('AnnualNotice', {
  zh: '年度通报',
  en: 'What the street tells its member units of a year',
  list: 'What the street tells its member units of its years',
  read: { group: 'DELIBERATION' },
  writes: 'APPEND_ONLY',
  columns: {
    year: column.whole('所通报的年份', 'The year that it is about'),
    title: column.line('标题', 'Title'),
    content: column.text(
      '年度建设发展和重点任务完成情况',
      'Development in the year, and which key tasks are completed',
    ),
    addressees: column.lines('发至的成员单位', 'The member units that it is addressed to'),
    issuedOn: column.day('发布日期', 'Day on which it was issued'),
    meetingId: column.optional(column.ref(() => Meeting, { trace: column.ON })),
  },
  trace: { title: 'title' },
});

export type AnnualNotice = RowOf<typeof AnnualNotice>;
