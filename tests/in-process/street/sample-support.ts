import type { Actor } from '@mtg/access';
import type { LoadContext } from '@mtg/sample';
import { STREET_TABLES } from '@mtg/street';
import { randomUUID } from 'node:crypto';
import { definition } from '../../../subgraphs/dayu/src';
import { peopleOf } from '../../support/actors';
import { give, written, type CommandAnswer, type Selected } from '../../support/commands';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import { steppingClock } from './community-work-support';

type Input = Readonly<Record<string, unknown>>;

export const people = peopleOf('DAYU');
export const COMMUNITY = '110109001001';
/** Selection of a row that has a number. */
export const NUMBERED = 'id number sample';
export const ORDER = {
  title: '坡道施工',
  content: '两处坡道',
  centerCode: 'HEALTH',
  responsiblePerson: '王敏',
  deadline: '2026-12-20',
};

/** The street 大峪 with sample data of a year, and a little real work beside it. */
export interface SampleStreet {
  readonly dayu: TestSubgraph;
  readonly clock: ReturnType<typeof steppingClock>;
  readonly context: LoadContext;
  /** Identifiers of the real rows. */
  readonly real: Readonly<Record<'project' | 'keyPoint' | 'order' | 'matter' | 'meeting', string>>;
  /** Identifiers of such sample rows; the order is closed and not reported. */
  readonly sample: Readonly<Record<'project' | 'keyPoint' | 'order' | 'matter', string>>;
  run(command: string, input: Input, selection: string, as?: Actor): Promise<CommandAnswer>;
  /** The same, of a command that is expected to go well; the row of this name. */
  must(command: string, input: Input, name: string, as?: Actor, fields?: string): Promise<Selected>;
  /** The only row, or first, of a query by the owner. */
  one(sql: string): Promise<Selected>;
  /** A hash of all rows of a kind, for each table. */
  rowsOf(sample: boolean): Promise<Readonly<Record<string, unknown>>>;
  decision(number?: string): Input;
  charter(): Promise<Selected>;
  keyPoint(number: number, by?: Input): Promise<Selected>;
  dispatch(projectId: string, keyPointId: string): Promise<Selected>;
  weekly(): Promise<Selected>;
  /** A special meeting on a major matter. */
  special(majorMatterId: string): Promise<Selected>;
  step(command: 'openMeeting' | 'closeMeeting', meetingId: string, as: Actor): Promise<Selected>;
  /** A member unit of the street's bodies in the sample. */
  unit(): Promise<string>;
  /** All of them. */
  units(): Promise<readonly string[]>;
}

/** @param withRealWork whether it has done any; without it, there are no real rows */
export async function sampleStreet({ withRealWork = true } = {}): Promise<SampleStreet> {
  const clock = steppingClock('2026-11-23T02:00:00Z');
  const dayu = await startTestSubgraph(definition, { clock, sample: true });
  const context = { database: dayu.database, clock, code: 'DAYU', title: '大峪街道' };
  const now = () => clock.now().toISOString();
  const { dispatcher, leader, clerk } = people;
  const one: SampleStreet['one'] = async (sql) => {
    const [row]: Selected[] = await dayu.database.query(sql);
    if (!row) throw new Error(`nothing: ${sql}`);
    return row;
  };
  const idOf = async (sql: string): Promise<string> =>
    (await one(`SELECT id FROM ${sql} ORDER BY id LIMIT 1`))['id'];
  const run: SampleStreet['run'] = (command, input, selection, as = dispatcher) =>
    give(dayu, 'dayu', command, input, selection, { as });
  const must: SampleStreet['must'] = async (command, input, name, as, fields = 'id sample') => {
    const { payload, errors } = await run(command, input, `${name} { ${fields} }`, as);
    if (errors.length > 0) throw new Error(`${command}: ${JSON.stringify(errors)}`);
    return written(payload, name);
  };
  const convoke = (values: Input, as: Actor) =>
    must('convokeMeeting', { title: '会议', scheduledAt: now(), ...values }, 'meeting', as, NUMBERED);
  const steps = {
    decision: (number: string = randomUUID()) => ({ number, decidedAt: now(), summary: '同意' }),
    charter: () => {
      const whom = { departmentCodes: ['JUSTICE'], communityCodes: [COMMUNITY] };
      const input = { title: '项目', goals: '目标', ...whom, deadline: '2026-12-31' };
      return must('charterProject', input, 'project', dispatcher, NUMBERED);
    },
    keyPoint: (number: number, by: Input = { decision: steps.decision() }) =>
      must('adoptKeyPoint', { year: 2026, number, title: '要点', content: '内容', ...by }, 'keyPoint', clerk),
    dispatch: (projectId: string, keyPointId: string) =>
      must('dispatchWorkOrder', { ...ORDER, projectId, keyPointId }, 'workOrder', dispatcher, NUMBERED),
    weekly: () => convoke({ kind: 'WEEKLY' }, dispatcher),
    special: (majorMatterId: string) => {
      const agenda = [{ title: '议题', majorMatterId }];
      return convoke({ kind: 'SPECIAL', trigger: { kind: 'MAJOR_MATTER', majorMatterId }, agenda }, leader);
    },
  };
  const work = async (): Promise<SampleStreet['real']> => {
    const { id: project } = await steps.charter();
    const { id: point } = await steps.keyPoint(1);
    const { id: order } = await steps.dispatch(project, point);
    const matter = { title: '事项', content: '内容' };
    const { id: registered } = await must('registerMajorMatter', matter, 'majorMatter', clerk);
    const { id: meeting } = await steps.weekly();
    return { project, keyPoint: point, order, matter: registered, meeting };
  };
  const none = { project: '', keyPoint: '', order: '', matter: '', meeting: '' };
  const real = withRealWork ? await work() : none;
  return {
    dayu,
    clock,
    context,
    run,
    must,
    one,
    ...steps,
    real,
    sample: {
      project: await idOf('project WHERE sample'),
      keyPoint: await idOf('key_point WHERE sample AND year = 2026'),
      order: await idOf(
        `work_order WHERE sample AND state = 'CLOSED' AND feedback_report_id IS NULL AND delegation_id IS NULL`,
      ),
      matter: await idOf(`major_matter WHERE sample AND state = 'REGISTERED'`),
    },
    rowsOf: async (sample) => {
      const all: Record<string, unknown> = {};
      for (const table of TABLES) {
        all[table] = await one(
          `SELECT count(*)::int, md5(string_agg(t::text, E'\\n' ORDER BY id)) FROM ${table} t WHERE sample = ${sample}`,
        );
      }
      return all;
    },
    step: (command, meetingId, as) => must(command, { meetingId }, 'meeting', as),
    unit: async () => {
      const { unit } = await one(`SELECT unit FROM body_member WHERE sample AND unit IS NOT NULL
        AND community_code IS NULL AND state = 'APPOINTED' LIMIT 1`);
      return unit;
    },
    units: async () => {
      const rows: readonly { unit: string }[] = await dayu.database.query(
        `SELECT DISTINCT unit FROM body_member WHERE sample AND unit IS NOT NULL AND community_code IS NULL
         AND state = 'APPOINTED' AND position = 'MEMBER'`,
      );
      return rows.map(({ unit }) => unit);
    },
  };
}

const TABLES = STREET_TABLES.tables.map(({ table }) => table.sqlName);
