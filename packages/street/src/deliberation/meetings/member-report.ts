import { column, defineTable, type RowOf } from '@mtg/commands';
import { Meeting } from './meeting';

/** Report of a member unit to the bodies: the course of work in the area, and completed tasks (seed:114). */
export const MemberReport = defineTable('MemberReport', {
  zh: '成员单位汇报',
  en: 'Report of a member unit to a joint or special meeting',
  list: 'Member unit reports to joint and special meetings',
  read: { group: 'DELIBERATION' },
  writes: 'WORK',
  columns: {
    meetingId: column.ref(() => Meeting, { inverse: 'memberReports', trace: column.NEAR }),
    unit: column.mark('成员单位', 'Member unit'),
    content: column.text(
      '辖区工作开展情况和任务完成情况',
      'Progress of work in the area and completed tasks',
    ),
  },
  shares: ['meetingId', 'unit'],
  trace: { title: 'content' },
});

export type MemberReport = RowOf<typeof MemberReport>;
