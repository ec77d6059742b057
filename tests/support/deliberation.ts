import type { Actor } from '@mtg/access';
import { definition } from '../../subgraphs/dayu/src';
import { centerHead, officer, peopleOf } from './actors';
import { appointPast } from './appoint-past';
import { give, type CommandAnswer } from './commands';
import { HEARD } from './heard-centers';
import { recordAnonymous } from './record-anonymous';
import { startTestSubgraph, type TestSubgraph } from './test-subgraph';

type Input = Readonly<Record<string, unknown>>;
/** Whatever an answer holds. */
export type Row = NonNullable<CommandAnswer['payload']>;

export const people = peopleOf('DAYU');
export const organization = officer('ORGANIZATION_DEPARTMENT');

/** The street 大峪 with a clock of its own, and the steps that many tests begin with. */
export interface DeliberationStage {
  readonly dayu: TestSubgraph;
  /** Now, for the street; every command moves it on by a second. */
  now(): string;
  setTime(instant: string): void;
  run(command: string, input: Input, as: Actor | undefined, selection: string): Promise<CommandAnswer>;
  /** The same, of a command that is expected to go well; its payload. */
  must(command: string, input: Input, as: Actor, selection: string): Promise<Row>;
  /** A member of the street's committee who stands for a unit, or a deputy, who stands for none; appointed. */
  memberOf(unit: string | null): Promise<void>;
  /** A meeting that was convened. */
  convoke(kind: string, as: Actor, values?: Input): Promise<Row>;
  /** The same, gone on with until it is open, or closed. */
  open(kind: string, as: Actor): Promise<Row>;
  close(kind: string, as: Actor): Promise<Row>;
  /** Number of all rows that this module writes, by table: what a refusal must leave as it was. */
  rows(): Promise<unknown>;
}

const TABLES = `body_member appointment_step meeting agenda_item attendance_record member_report street_notice
  center_report minutes minutes_item major_matter preliminary_opinion key_point annual_notice deputy_activity
  committee_decision`.split(/\s+/u);

export async function deliberationStage(
  surroundings: { readonly districtUrl?: string } = {},
  start = '2026-11-16T01:00:00Z',
): Promise<DeliberationStage> {
  let time = new Date(start).getTime();
  const clock = { now: () => new Date((time += 1000)) };
  const dayu = await startTestSubgraph(definition, { ...surroundings, clock });
  const run: DeliberationStage['run'] = (command, input, as, selection) =>
    give(dayu, 'dayu', command, input, selection, { as });
  const must: DeliberationStage['must'] = async (command, input, as, selection) => {
    const { payload, errors } = await run(command, input, as, selection);
    if (errors.length > 0 || !payload) throw new Error(`${command}: ${JSON.stringify(errors)}`);
    return payload;
  };
  const now = () => new Date(time).toISOString();
  const meeting = 'meeting { id version state number }';
  const stage: DeliberationStage = {
    dayu,
    now,
    setTime: (instant) => (time = new Date(instant).getTime()),
    run,
    must,
    memberOf: async (unit) => {
      const nomination = {
        bodyCode: 'ENLARGED_WORKING_COMMITTEE',
        personName: unit === null ? '人大代表' : `${unit}负责人`,
        position: 'MEMBER',
        category: unit === null ? 'CONGRESS_DEPUTY' : 'RESIDENT_UNIT',
        unit,
      };
      const member = 'member { id version state }';
      const { id } = (await must('nominateMember', nomination, people.leader, member))['member'];
      const review = { memberId: id, outcome: 'REVIEWED' };
      await must('reviewNomination', review, organization, member);
      await appointPast(dayu.database, id, now());
    },
    convoke: async (kind, as, values = {}) => {
      const input = { kind, title: '会议', scheduledAt: now(), ...values };
      return (await must('convokeMeeting', input, as, meeting))['meeting'];
    },
    open: async (kind, as) => {
      const { id } = await stage.convoke(kind, as);
      return (await must('openMeeting', { meetingId: id }, as, meeting))['meeting'];
    },
    close: async (kind, as) => {
      const { id } = await stage.open(kind, as);
      if (kind === 'WEEKLY') {
        for (const [command, input] of Object.entries(HEARD)) {
          const by = command === 'recordCenterReport' ? centerHead('DAYU', 'HEALTH') : as;
          await must(command, { meetingId: id, ...input }, by, meeting);
        }
      }
      return (await must('closeMeeting', { meetingId: id }, as, meeting))['meeting'];
    },
    rows: () =>
      dayu.store.query(
        TABLES.map(
          (table) =>
            `SELECT '${table}' AS table, count(*), coalesce(sum(version), 0) AS versions, count(deleted_at) AS gone FROM ${table}`,
        ).join(' UNION ALL '),
      ),
  };
  return stage;
}

/** Expects a command to be refused with this code, and to have changed nothing but the audit trail. */
export async function expectRefusal(
  { run, rows, dayu }: DeliberationStage,
  [command, input, as]: readonly [command: string, input: Input, as: Actor | undefined],
  expected: Readonly<Record<string, unknown>>,
): Promise<string> {
  const before = await rows();
  const { payload, errors } = await run(command, input, as, '__typename');
  expect(payload).toBeNull();
  expect(errors.map(({ extensions }) => extensions)).toEqual([expect.objectContaining(expected)]);
  expect(await rows()).toEqual(before);
  // Of those who may give no command here, refusals are on record by the round.
  await recordAnonymous(dayu, 'DAYU');
  const [last] = await dayu.store.query(
    'SELECT command, outcome, code, rule FROM audit_entry ORDER BY sequence DESC LIMIT 1',
  );
  expect(last).toEqual({
    command,
    outcome: 'REFUSED',
    code: expected['code'],
    rule: expected['rule'] ?? null,
  });
  return errors[0]?.message ?? '';
}
