import { column, defineTable, type RowOf } from '@mtg/commands';
import { MajorMatter } from '../matters/major-matter';
import { Meeting } from './meeting';

export const AgendaItem = defineTable('AgendaItem', {
  zh: '会议议题',
  en: 'An item of a meeting’s agenda',
  list: 'Items of meetings’ agendas',
  read: { group: 'DELIBERATION' },
  writes: 'APPEND_ONLY',
  columns: {
    meetingId: column.ref(() => Meeting, { inverse: 'agenda', trace: column.NEAR }),
    number: column.whole('序号，从1起', 'Number in the agenda, from 1'),
    title: column.line('议题', 'What is to be discussed'),
    note: column.optional(column.text('说明', 'More on it')),
    majorMatterId: column.optional(
      column.ref(() => MajorMatter, {
        zh: '重大事项',
        en: 'The major matter that it is about; null where it is about none',
        trace: column.NEAR,
      }),
    ),
  },
  trace: { title: 'title' },
});

export type AgendaItem = RowOf<typeof AgendaItem>;
