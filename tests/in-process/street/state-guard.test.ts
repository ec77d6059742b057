import { STATE_MACHINES, targetsOf, type StateMachine } from '@mtg/governance';
import { GUARDED } from '../../../packages/street/src/migrations/1700000017001-state-guard';
import {
  CONSULTATION_CORRECTED,
  WEEKLY_ITEM_CORRECTED,
} from '../../../packages/street/src/migrations/1700000094010-work-corrections';
import { PLAN_GUARDED } from '../../../packages/street/src/migrations/1700000020000-plan';
import { SERVICE_RECORDED_GUARDED } from '../../../packages/street/src/migrations/1700000097010-service-recorded';
import { PERSONNEL_GUARDED } from '../../../packages/street/src/migrations/1700000089500-personnel-handed-over';
import { NEED_PROPOSAL_GUARDED } from '../../../packages/street/src/migrations/1700000021001-organization-link';
import {
  DIFFICULTY_CORRECTED,
  MAJOR_MATTER_CORRECTED,
  MEETING_CORRECTED,
} from '../../../packages/street/src/migrations/1700000094000-records-of-meetings-corrections';
import { SUPPORT_ISSUE_GUARDED } from '../../../packages/street/src/migrations/1700000021002-support-issue';
import { RETURN_REQUEST_GUARDED } from '../../../packages/street/src/migrations/1700000082000-return-request';
import { WORK_ORDER_WITH_PERSON } from '../../../packages/street/src/migrations/1700000096010-responsible-person';
import { DATED_DELEGATION_GUARDED } from '../../../packages/street/src/migrations/1700000095010-days-of-requests';
import { FINDING_ANSWER_GUARDED } from '../../../packages/street/src/migrations/1700000086000-finding-answer';
import { BODY_MEMBER_GUARDED } from '../../../packages/street/src/migrations/1700000088530-office-holder';
import { EXTENSION_REQUEST_GUARDED } from '../../../packages/street/src/migrations/1700000082020-extension-request';
import { definition } from '../../../subgraphs/dayu/src';
import { loadTestSubgraph, type LoadedSubgraph } from '../../support/test-subgraph';

/** Guards that later migrations replaced. */
const CHANGED = [
  BODY_MEMBER_GUARDED,
  MAJOR_MATTER_CORRECTED,
  MEETING_CORRECTED,
  WEEKLY_ITEM_CORRECTED,
  WORK_ORDER_WITH_PERSON,
  DATED_DELEGATION_GUARDED,
];
const ALL_GUARDED = [
  ...GUARDED.filter(({ table }) => !CHANGED.some((changed) => changed.table === table)),
  ...CHANGED,
  RETURN_REQUEST_GUARDED,
  EXTENSION_REQUEST_GUARDED,
  PLAN_GUARDED,
  SERVICE_RECORDED_GUARDED,
  PERSONNEL_GUARDED,
  CONSULTATION_CORRECTED,
  NEED_PROPOSAL_GUARDED,
  SUPPORT_ISSUE_GUARDED,
  DIFFICULTY_CORRECTED,
  FINDING_ANSWER_GUARDED,
];

/** Limits of the serving role by raw SQL, though it may write the rows: the machines' steps and the rules' pairs. */
let dayu: LoadedSubgraph;
beforeAll(async () => {
  dayu = await loadTestSubgraph(definition, { sample: true });
  // Sample data have no findings, which people answer.
  await dayu.store.query(`WITH finding AS (
      INSERT INTO rule_finding (created_at, updated_at, rule, period, subject, state, message)
      VALUES (now(), now(), 'R02', '2026-Q1', 'DAYU', 'OPEN', '未召开') RETURNING id)
    INSERT INTO finding_answer (created_at, updated_at, rule_finding_id, state, explanation, remedy, answered_by, role)
    SELECT now(), now(), id, 'GIVEN', '停电', '补开', 'leader', 'STREET_LEADER' FROM finding`);
  await forced(`DO $$ DECLARE each record; BEGIN
    FOR each IN SELECT conrelid::regclass AS name, conname FROM pg_constraint WHERE contype = 'c'
      AND conrelid = ANY ('{${ALL_GUARDED.map(({ table }) => table).join(',')}}'::regclass[]) LOOP
      EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', each.name, each.conname);
    END LOOP;
    -- The rows pass for real ones, and for rows in any state.
    FOR each IN SELECT table_name AS name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'sample' AND table_name NOT LIKE 'trace%' LOOP
      EXECUTE format('UPDATE %I SET sample = false', each.name);
    END LOOP;
    DROP INDEX body_member_one_holder, body_member_one_holder_look, supervision_one_open;
  END $$`);
});
afterAll(() => dayu.close());

/** Runs statements as the administrator, past every trigger and foreign key. */
const forced = (sql: string) => dayu.store.query(`SET session_replication_role = replica; ${sql}`);

/** Runs statements as the serving role and rolls back. @returns the refusals */
async function refusal(...statements: readonly string[]): Promise<string | undefined> {
  const runner = dayu.runtime.createQueryRunner();
  await runner.startTransaction();
  try {
    for (const statement of [...statements, 'SET CONSTRAINTS ALL IMMEDIATE']) {
      // oxlint-disable-next-line no-await-in-loop
      await runner.query(statement);
    }
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const TABLE_OF: Readonly<Record<string, string>> = {
  streetAppointment: 'body_member',
  communityAppointment: 'body_member',
  majorMatter: 'major_matter',
  meeting: 'meeting',
  minutes: 'minutes',
  delegation: 'delegation',
  workOrder: 'work_order',
  supervision: 'supervision',
  weeklyItem: 'weekly_item',
  assignment: 'community_assignment',
  plan: 'plan',
  serviceProject: 'service_project',
  personnelSuggestion: 'personnel_suggestion',
  consultation: 'consultation',
  needProposal: 'need_proposal',
  supportIssue: 'support_issue',
  difficulty: 'difficulty',
  returnRequest: 'return_request',
  extensionRequest: 'extension_request',
  findingAnswer: 'finding_answer',
};

/** Changes that a step may make, and a final row may not. */
const CHANGED_BY_STEPS: Readonly<Record<string, string>> = {
  body_member: `document_number = 'x'`,
  major_matter: `decision_id = (SELECT id FROM committee_decision ORDER BY id DESC LIMIT 1)`,
  meeting: `cancel_reason = 'x'`,
  minutes: `title = 'x'`,
  delegation: `reason = 'x'`,
  work_order: `reason = 'x'`,
  supervision: `resolution = 'x'`,
  weekly_item: `decided_at = now()`,
  community_assignment: `withdrawal_reason = 'x'`,
  plan: `return_reason = 'x'`,
  service_project: `evaluation = 'x'`,
  personnel_suggestion: `answer = 'x'`,
  consultation: `confirmed_by = 'x'`,
  need_proposal: `reason = 'x'`,
  support_issue: `solution = 'x'`,
  difficulty: `progress = 'x'`,
  return_request: `answer = 'x'`,
  extension_request: `answer = 'x'`,
  finding_answer: `sent_back_for = 'x'`,
};

const stepsOf = ({ transitions }: StateMachine): ReadonlySet<string> =>
  new Set(
    transitions
      .flatMap((step) => step.from.flatMap((from) => targetsOf(step).map((to) => [from, to] as const)))
      .flatMap(([from, to]) => (from === to ? [] : [`${from}>${to}`])),
  );

const guardOf = (machine: StateMachine) => {
  const guard = ALL_GUARDED.find(({ table }) => table === TABLE_OF[machine.name]);
  if (!guard) throw new Error(`the table of ${machine.name} has no guard`);
  return guard;
};

/** Machines of the district's books; tests/in-process/funds looks at their guards. */
const OF_DISTRICT: ReadonlySet<string> = new Set(['fundTransfer', 'fundRecall', 'catalogueAnswer']);
const OF_STREET = STATE_MACHINES.filter(({ name }) => !OF_DISTRICT.has(name));

describe.each(OF_STREET.map((machine) => [machine.name, machine] as const))('%s', (_, machine) => {
  const guard = guardOf(machine);
  const { table } = guard;
  const states = Object.keys(machine.states);
  const finals = states.filter((state) => machine.states[state]?.terminal);
  const setState = (state: string) =>
    forced(`UPDATE ${table} SET state = '${state}' WHERE id = (SELECT min(id::text)::uuid FROM ${table})`);
  const change = (assignment: string) =>
    refusal(`UPDATE ${table} SET ${assignment} WHERE id = (SELECT min(id::text)::uuid FROM ${table})`);

  test('is what the database holds the role that serves to', () => {
    expect(new Set(guard.steps)).toEqual(stepsOf(machine));
    expect([...guard.finals].toSorted()).toEqual(finals.toSorted());
    expect(guard.first).toBe(machine.creation.to);
  });

  test('every pair of states without a step between them is refused, and no other as such', async () => {
    const wrong: string[] = [];
    for (const from of states) {
      // oxlint-disable-next-line no-await-in-loop
      await setState(from);
      for (const to of states.filter((each) => each !== from)) {
        // oxlint-disable-next-line no-await-in-loop
        const message = await change(`state = '${to}'`);
        const isStep = stepsOf(machine).has(`${from}>${to}`);
        // A step may be refused for what it needs beside the state.
        if (isStep ? /no step leads/u.test(message ?? '') : message === undefined)
          wrong.push(`${from}>${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('a final row stays as it is, and no row becomes sample data or is withdrawn', async () => {
    for (const state of states) {
      // oxlint-disable-next-line no-await-in-loop
      await setState(state);
      const assignments = ['sample = true', 'deleted_at = now()', `created_at = '2020-01-01'`];
      if (finals.includes(state)) assignments.push(CHANGED_BY_STEPS[table] ?? 'state = state');
      for (const assignment of assignments) {
        // oxlint-disable-next-line no-await-in-loop
        expect([assignment, await change(assignment)]).toEqual([
          assignment,
          expect.stringMatching(/changes no such column|immutable/u),
        ]);
      }
    }
  });

  test('a row begins in the first state', async () => {
    for (const state of states.filter((each) => each !== guard.first)) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await refusal(copyOf(table, { state }, LIKE[table]))).toMatch(/begins as|R22/u);
    }
  });
});

/** Rows to copy, where those of the tests before may lack what the copy refers to. */
const LIKE: Readonly<Record<string, string>> = {
  community_assignment: `weekly_item_id IN (SELECT id FROM weekly_item WHERE state = 'PASSED')`,
};

/** Adds a row like another, under an id of its own. */
const copyOf = (table: string, changes: Readonly<Record<string, unknown>>, like = 'true'): string =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(t, '${JSON.stringify(changes)}' || jsonb_build_object('id', gen_random_uuid()${
    NUMBERED[table] ?? ''
  }))).* FROM ${table} t WHERE ${like} LIMIT 1`;

const NUMBERED: Readonly<Record<string, string>> = {
  work_order: `, 'number', 'x', 'year', 1999, 'sequence', 1`,
  meeting: `, 'number', 'x', 'year', 1999, 'sequence', 1`,
  weekly_item: `, 'number', 999`,
  key_point: `, 'number', 999`,
  minutes: `, 'number', 'x', 'meeting_id', (SELECT m.id FROM meeting m WHERE NOT EXISTS (SELECT FROM minutes n WHERE n.meeting_id = m.id) LIMIT 1)`,
  community_assignment: `, 'community_code', (SELECT code FROM community WHERE code NOT IN (SELECT community_code FROM community_assignment s WHERE s.weekly_item_id = t.weekly_item_id) LIMIT 1)`,
  body_member: `, 'person_name', 'x', 'position', 'MEMBER', 'seat', 'x'`,
  major_matter: `, 'decision_id', null`,
  plan: `, 'center_code', 'x', 'previous_id', null, 'reason', null`,
  attendance_record: `, 'unit', 'x', 'center_code', null`,
};

const first = (table: string, where: string) =>
  `(SELECT id FROM ${table} WHERE ${where} ORDER BY id LIMIT 1)`;

describe('by pairs', () => {
  test.each<[string, string, string, RegExp]>([
    [
      'an item is decided after its meeting (R22)',
      `UPDATE weekly_item SET state = 'PROPOSED', decided_at = NULL WHERE id = ${first('weekly_item', 'true')}`,
      `UPDATE weekly_item SET state = 'PASSED', decided_at = now() WHERE id = ${first('weekly_item', 'true')}`,
      /R22/u,
    ],
    [
      'an item is put to a meeting that is over (R22)',
      `UPDATE meeting SET state = 'CLOSED' WHERE kind = 'WEEKLY'`,
      copyOf('weekly_item', { state: 'PROPOSED', decided_at: null }),
      /R22/u,
    ],
    [
      'an order is closed that was not verified (R12)',
      `UPDATE work_order SET state = 'VERIFIED' WHERE id = ${first('work_order', `state = 'ISSUED'`)};
       DELETE FROM work_order_event WHERE work_order_id = ${first('work_order', `state = 'VERIFIED'`)}`,
      `UPDATE work_order SET state = 'CLOSED' WHERE id = ${first('work_order', `state = 'VERIFIED'`)}`,
      /R12|sub-order/u,
    ],
    [
      'an order takes a step without a history',
      `UPDATE work_order SET state = 'ISSUED' WHERE id = ${first('work_order', 'true')}`,
      `UPDATE work_order SET state = 'ACCEPTED' WHERE id = ${first('work_order', 'true')}`,
      /history/u,
    ],
    [
      'a member is reviewed without a record of it (R32)',
      `UPDATE body_member SET state = 'NOMINATED' WHERE id = ${first('body_member', 'true')}`,
      `UPDATE body_member SET state = 'REVIEWED', updated_at = now() WHERE id = ${first('body_member', 'true')}`,
      /history/u,
    ],
    [
      'a matter is deliberated on without the bodies (R01)',
      `UPDATE major_matter SET state = 'REGISTERED'; DELETE FROM preliminary_opinion WHERE body = 'AREA_MANAGEMENT_COMMITTEE'`,
      `UPDATE major_matter SET state = 'DELIBERATED' WHERE id = ${first('major_matter', 'true')}`,
      /R01/u,
    ],
    [
      'a delegation is approved by a decision that rejected it (R10)',
      `UPDATE delegation SET state = 'OPINION_HEARD' WHERE id = ${first('delegation', 'true')};
       UPDATE committee_decision SET outcome = 'REJECTED' WHERE subject = 'DELEGATION'`,
      `UPDATE delegation SET state = 'APPROVED' WHERE id = ${first('delegation', 'true')}`,
      /R10/u,
    ],
    [
      'a delegation is completed before its orders are reported (R10)',
      `UPDATE delegation SET state = 'DISPATCHED'; UPDATE work_order SET feedback_report_id = NULL`,
      `UPDATE delegation SET state = 'COMPLETED' WHERE id = ${first('delegation', 'true')}`,
      /R10/u,
    ],
    [
      'an order follows from a delegation that is not deployed (R10)',
      `UPDATE delegation SET state = 'APPROVED'`,
      copyOf('work_order', { state: 'ISSUED' }, 'delegation_id IS NOT NULL'),
      /R10/u,
    ],
    [
      'an order follows from minutes that are not issued (R06)',
      `UPDATE minutes SET state = 'DRAFT'`,
      copyOf('work_order', { state: 'ISSUED' }, 'minutes_item_id IS NOT NULL'),
      /R06/u,
    ],
    [
      'minutes are issued before their meeting is over (R06)',
      `UPDATE minutes SET state = 'DRAFT'; UPDATE meeting SET state = 'OPEN'`,
      `UPDATE minutes SET state = 'ISSUED' WHERE id = ${first('minutes', 'true')}`,
      /R06/u,
    ],
    [
      'a key point is adopted by a decision about something else (R11)',
      `UPDATE committee_decision SET subject = 'APPOINTMENT'`,
      copyOf('key_point', {}),
      /R11/u,
    ],
    [
      'a member is appointed by a decision about something else (R32)',
      `UPDATE body_member SET state = 'REVIEWED' WHERE decision_id IS NOT NULL; UPDATE committee_decision SET subject = 'KEY_POINT'`,
      `UPDATE body_member SET state = 'APPOINTED' WHERE id = ${first('body_member', 'decision_id IS NOT NULL')}`,
      /R32/u,
    ],
    [
      'attendance is recorded when the meeting is over',
      `UPDATE meeting SET state = 'CLOSED'`,
      copyOf('attendance_record', { attendance: 'PRESENT' }),
      /while the meeting is open/u,
    ],
    [
      'attendance is corrected when the meeting is over',
      `UPDATE meeting SET state = 'CLOSED'`,
      `UPDATE attendance_record SET reason = 'x' WHERE id = ${first('attendance_record', 'true')}`,
      /corrected on record once the meeting is over/u,
    ],
    [
      'attendance goes to another meeting',
      `UPDATE meeting SET state = 'OPEN'`,
      `UPDATE attendance_record SET meeting_id = ${first('meeting', 'true')}, unit = 'x', center_code = NULL
       WHERE id = (SELECT id FROM attendance_record ORDER BY id DESC LIMIT 1)`,
      /changes no such column/u,
    ],
    [
      'a task is given for an item of sample data (R22)',
      `UPDATE weekly_item SET sample = true, state = 'PASSED'`,
      copyOf('community_assignment', { state: 'ASSIGNED', withdrawn_at: null, withdrawal_reason: null }),
      /R22/u,
    ],
  ])('%s: refused', async (_, given, statement, message) => {
    await forced(given);
    expect(await refusal(statement)).toMatch(message);
  });
});
