import { column, defineTable, type RowOf } from '@mtg/commands';
import { recordedLate } from '../../foundation/recorded-late';
import { Meeting } from '../meetings/meeting';

/** Notice of the street to its member units about a year as a whole (R04). */
export const AnnualNotice = defineTable('AnnualNotice', {
  zh: '年度通报',
  en: 'Annual notice of the street to its member units',
  list: 'Annual notices to member units',
  read: { group: 'DELIBERATION' },
  writes: 'APPEND_ONLY',
  columns: {
    year: column.whole('所通报的年份', 'Year covered'),
    title: column.line('标题', 'Title'),
    content: column.text(
      '年度建设发展和重点任务完成情况',
      'Development and completion of key tasks in the year',
    ),
    addressees: column.lines('发至的成员单位', 'Member units addressed'),
    issuedOn: column.day('发布日期', 'Day of issue'),
    meetingId: column.optional(column.ref(() => Meeting, { trace: column.ON })),
  },
  derived: {
    recordedLate: recordedLate(
      'issuedOn',
      'createdAt',
      '是否补录(登记晚于发布之日)',
      'Whether it was recorded after the day of issue',
    ),
  },
  shares: ['year', 'title', 'addressees', 'issuedOn', 'meetingId'],
  trace: { title: 'title' },
});

export type AnnualNotice = RowOf<typeof AnnualNotice>;
