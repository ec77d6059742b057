import { column, defineTable, fact, type RowOf } from '@mtg/commands';
import { labelsOf, minutesMachine, MinutesState } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { Meeting } from '../meetings/meeting';

registerVocabulary(
  MinutesState,
  'MinutesState',
  { zh: '会议纪要状态', en: 'State of minutes' },
  labelsOf(minutesMachine),
);

/** The minutes of a meeting, by which it deploys work (R06). Issued ones are never changed; the table refuses it too. */
export const Minutes = defineTable('Minutes', {
  zh: '会议纪要',
  en: 'Minutes of a meeting, with numbered items',
  list: 'Minutes of meetings',
  label: { zh: '会议纪要', en: 'set of minutes' },
  many: 'allMinutes',
  read: { group: 'DELIBERATION' },
  writes: 'WORK',
  columns: {
    meetingId: column.ref(() => Meeting, {
      inverse: {
        name: 'minutes',
        single: true,
        zh: '会议纪要',
        en: 'Minutes of the meeting. Null until drafted',
      },
      trace: column.ON,
    }),
    state: column.choice(MinutesState, '状态', 'State'),
    title: column.line('标题', 'Title'),
    number: column.optional(
      column.number('文号，印发时取得', 'Number, unique in the street. Null until issued'),
    ),
    issuedAt: column.optional(
      column.instant(
        '印发时间；补录的为印发之日',
        'Time of issue, or the beginning of the day of issue where it was recorded late. Null until then',
      ),
    ),
  },
  derived: {
    // Issued minutes are never changed: their last change is the recording of their issue.
    recordedLate: fact.following(
      column.yesOrNo('是否补录(登记晚于印发之日)', 'Whether it was recorded after the day of issue'),
      {},
      {
        from: ['issuedAt', 'updatedAt'],
        sql: (row) =>
          `coalesce((${row}.issued_at AT TIME ZONE 'Asia/Shanghai')::date < (${row}.updated_at AT TIME ZONE 'Asia/Shanghai')::date, false)`,
      },
    ),
  },
  shares: ['meetingId', 'state', 'title', 'number', 'issuedAt'],
  trace: { title: 'title' },
});

export type Minutes = RowOf<typeof Minutes>;
