import { column, defineTable, type RowOf } from '@mtg/commands';
import { Meeting } from './meeting';

/** What a member unit reports to the bodies: how work in the area goes, and which tasks are completed (seed:114). */
export const MemberReport = defineTable('MemberReport', {
  zh: '成员单位汇报',
  en: 'What a member unit reports to a joint or special meeting',
  list: 'What member units report to joint and special meetings',
  read: { group: 'DELIBERATION' },
  writes: 'APPEND_ONLY',
  columns: {
    meetingId: column.ref(() => Meeting, { inverse: 'memberReports', trace: column.NEAR }),
    unit: column.mark('成员单位', 'The member unit'),
    content: column.text('辖区工作开展情况和任务完成情况', 'How work goes, and which tasks are completed'),
  },
  trace: { title: 'content' },
});

export type MemberReport = RowOf<typeof MemberReport>;
