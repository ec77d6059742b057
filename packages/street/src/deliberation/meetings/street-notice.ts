import { column, defineTable, type RowOf } from '@mtg/commands';
import { Meeting } from './meeting';

/** Notice of the street to its member units in a meeting, with its requirements (seed:114, 通报). */
export const StreetNotice = defineTable('StreetNotice', {
  zh: '街道通报',
  en: 'Notice of the street to its member units, with requirements and suggestions',
  list: 'Street notices to member units at meetings',
  read: { group: 'DELIBERATION' },
  writes: 'WORK',
  columns: {
    meetingId: column.ref(() => Meeting, { inverse: 'notices', trace: column.NEAR }),
    content: column.text('辖区工作任务完成情况', 'Completion of tasks in the area'),
    requirements: column.optional(column.text('要求', 'Requirements')),
    suggestions: column.optional(
      column.text('建议(原文作“建设”)', 'Suggestions. The study prints 建设, probably for 建议'),
    ),
  },
  shares: ['meetingId'],
  trace: { title: 'content' },
});

export type StreetNotice = RowOf<typeof StreetNotice>;
