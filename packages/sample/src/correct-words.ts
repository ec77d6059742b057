import { recordedAttendance, requireUndecided, type Act } from '@mtg/governance';
import { columnsOf, correct, type Corrected } from './correct';
import { THE_CLERK, THE_DISPATCHER, THE_LEADER, titled } from './people';
import type { SampleRow } from './sheet';
import type { Story } from './story';

/** A text that is written wrongly now and then. */
interface Misspelt {
  readonly table: Corrected;
  readonly field: string;
  readonly actor: Act['actor'] | ((row: SampleRow) => Act['actor']);
  /** Rows that can be corrected; all without it. */
  readonly of?: (row: SampleRow) => boolean;
  readonly check?: (act: Act, after: SampleRow) => void;
}

const HOUR = 3_600_000;

const MISSPELT: readonly Misspelt[] = [
  { table: 'Meeting', field: 'title', actor: THE_DISPATCHER, of: ({ kind }) => kind === 'WEEKLY' },
  { table: 'AgendaItem', field: 'title', actor: THE_CLERK },
  {
    table: 'AttendanceRecord',
    field: 'reason',
    actor: THE_CLERK,
    of: ({ attendance, unit }) => attendance === 'ABSENT' && unit !== null,
    check: (act, after) =>
      void recordedAttendance(act, columnsOf<Parameters<typeof recordedAttendance>[1]>(after), {
        hasReported: false,
      }),
  },
  { table: 'MemberReport', field: 'content', actor: THE_CLERK },
  { table: 'StreetNotice', field: 'content', actor: THE_LEADER },
  {
    table: 'MajorMatter',
    field: 'content',
    actor: THE_CLERK,
    of: ({ state }) => state !== 'DECIDED',
    check: (act, after) => requireUndecided(act, columnsOf<Parameters<typeof requireUndecided>[1]>(after)),
  },
];

/** Corrects texts of what was recorded since the last sheet, one of each kind. */
export function correctWords(story: Story, part: string): void {
  const random = story.randomFor(`corrections/words/${part}`);
  for (const { table, field, actor, of = () => true, check = () => undefined } of MISSPELT) {
    const row = story.rowsOf(table).find(of);
    if (!row) continue;
    correct(story, random, {
      table,
      row,
      moment: new Date(row.updatedAt.getTime() + HOUR),
      actor: typeof actor === 'function' ? actor(row) : actor,
      given: { [field]: titled(`${String(row[field]).replace(titled(''), '')}（更正）`) },
      check,
    });
  }
}
