import { column, defineTable, type RowOf } from '@mtg/commands';
import { MajorMatter } from '../matters/major-matter';
import { Meeting } from './meeting';

export const AgendaItem = defineTable('AgendaItem', {
  zh: '会议议题',
  en: 'Agenda item of a meeting',
  list: 'Items of meetings’ agendas',
  read: { group: 'DELIBERATION' },
  writes: 'WORK',
  columns: {
    meetingId: column.ref(() => Meeting, { inverse: 'agenda', trace: column.NEAR }),
    number: column.whole('序号，从1起', 'Number in the agenda, from 1'),
    title: column.line('议题', 'Topic'),
    note: column.optional(column.text('说明', 'Explanation')),
    majorMatterId: column.optional(
      column.ref(() => MajorMatter, {
        zh: '重大事项',
        en: 'Major matter concerned. Null if none',
        trace: column.NEAR,
      }),
    ),
  },
  shares: ['meetingId', 'number', 'majorMatterId'],
  trace: { title: 'title' },
});

export type AgendaItem = RowOf<typeof AgendaItem>;
