import { addDays, recordedAttendance, requireAuthor, requireUndecided, type Act } from '@mtg/governance';
import { columnsOf, correct, EVERY, type Corrected } from './correct';
import { actorFor, secretaryOf, THE_CLERK, THE_DISPATCHER, THE_LEADER, titled } from './people';
import type { SampleRow } from './sheet';
import type { Story } from './story';

/** A text that is written wrongly now and then. */
interface Misspelt {
  readonly table: Corrected;
  readonly field: string;
  readonly actor: Act['actor'] | ((row: SampleRow) => Act['actor']);
  /** The right value; the text with a mark without it. */
  readonly right?: (row: SampleRow) => string;
  /** Rows that can be corrected; all without it. */
  readonly of?: (row: SampleRow) => boolean;
  readonly check?: (act: Act, after: SampleRow) => void;
}

const head = (center: unknown): Act['actor'] => actorFor('CENTER', String(center));
const secretary = (community: unknown): Act['actor'] => ({
  subject: secretaryOf(String(community)),
  role: 'COMMUNITY_SECRETARY',
});
const author =
  (column: string) =>
  (row: SampleRow): Act['actor'] => ({ subject: String(row[column]), role: 'CENTER_STAFF' });
const byAuthor =
  (column: string) =>
  (act: Act, after: SampleRow): void =>
    requireAuthor(act, String(after[column]), 'id');

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
  {
    table: 'WeeklyItem',
    field: 'remark',
    actor: THE_DISPATCHER,
    of: ({ state, remark }) => state !== 'PROPOSED' && remark !== null,
  },
  { table: 'ProgressReport', field: 'text', actor: ({ communityCode }) => secretary(communityCode) },
  { table: 'ConveyedDocument', field: 'title', actor: ({ centerCode }) => head(centerCode) },
  { table: 'Highlight', field: 'title', actor: ({ communityCode }) => secretary(communityCode) },
  { table: 'SupportContribution', field: 'contribution', actor: head('HEALTH') },
  { table: 'VisitRecord', field: 'text', actor: author('authorSubject'), check: byAuthor('authorSubject') },
  { table: 'SentimentLog', field: 'text', actor: author('authorSubject'), check: byAuthor('authorSubject') },
  {
    table: 'HallVisit',
    field: 'day',
    actor: author('staffSubject'),
    right: ({ day }) => addDays(String(day), -1),
    check: byAuthor('staffSubject'),
  },
  { table: 'DeputyActivity', field: 'activity', actor: THE_CLERK },
  { table: 'EnforcementTeam', field: 'name', actor: THE_LEADER },
  { table: 'EnforcementAction', field: 'found', actor: head('PUBLIC_SECURITY') },
  { table: 'EnforcementObject', field: 'name', actor: head('PUBLIC_SECURITY') },
  {
    table: 'Consultation',
    field: 'matters',
    actor: ({ centerCode }) => head(centerCode),
    of: ({ state }) => state === 'RECORDED',
  },
  { table: 'ConsultationConclusion', field: 'content', actor: head('HEALTH') },
  { table: 'JointActionCall', field: 'content', actor: THE_DISPATCHER },
  { table: 'FosteredOrganization', field: 'name', actor: ({ centerCode }) => head(centerCode) },
  { table: 'FosteringStage', field: 'stage', actor: head('SOCIAL_MOBILIZATION') },
  { table: 'JointActivity', field: 'title', actor: ({ centerCode }) => head(centerCode) },
];

/** Corrects texts of what was recorded, one of each kind in some weeks. */
export class SampleWords {
  /** The week in which a text of a table was corrected last. */
  readonly #last = new Map<Corrected, number>();

  constructor(private readonly story: Story) {}

  /** Corrects what was recorded since the last sheet. @param week its number */
  correct(week: number): void {
    const { story } = this;
    const random = story.randomFor(`corrections/words/${week}`);
    for (const { table, field, actor, right, of = () => true, check = () => undefined } of MISSPELT) {
      const row = story.rowsOf(table).find(of);
      if (!row || week - (this.#last.get(table) ?? -EVERY) < EVERY) continue;
      const moment = new Date(row.updatedAt.getTime() + HOUR);
      if (!story.isPast(moment)) continue;
      this.#last.set(table, week);
      correct(story, random, {
        table,
        row,
        moment,
        actor: typeof actor === 'function' ? actor(row) : actor,
        given: {
          [field]: right?.(row) ?? titled(`${String(row[field]).replace(titled(''), '')}（更正）`),
        },
        check,
      });
    }
  }
}
