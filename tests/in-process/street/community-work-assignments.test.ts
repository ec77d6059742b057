import type { Actor } from '@mtg/access';
import { definition as chengziDefinition } from '../../../subgraphs/chengzi/src';
import { definition } from '../../../subgraphs/dayu/src';
import { centerHead, centerStaff, communitySecretary, peopleOf } from '../../support/actors';
import { startTestSubgraph, type TestSubgraph } from '../../support/test-subgraph';
import {
  DELUYUAN,
  refusal,
  type Row,
  SHICHANGJIE,
  steppingClock,
  taskOf,
  weeklyMeetingsOf,
  YUEJIYUAN,
} from './community-work-support';

const people = peopleOf('DAYU');
const health = centerHead('DAYU', 'HEALTH');
const secretary = communitySecretary('DAYU', DELUYUAN);
const clock = steppingClock('2026-03-02T01:00:00Z');

let dayu: TestSubgraph;
let street: ReturnType<typeof weeklyMeetingsOf>;
beforeAll(async () => {
  dayu = await startTestSubgraph(definition, { clock });
  street = weeklyMeetingsOf(dayu, 'dayu', 'DAYU');
});
afterAll(() => dayu.close());

const BATCH = 'assignmentBatch { id number } assignments { id version state }';
const issue = (meetingId: string, assignments: readonly object[], as: Actor = people.dispatcher) =>
  street.run('issueAssignmentBatch', { meetingId, assignments }, BATCH, as);
const rows = () =>
  dayu.store.query(
    'SELECT (SELECT count(*) FROM assignment_batch) AS batches, (SELECT count(*) FROM community_assignment) AS assignments',
  );
const lastEntry = async () => {
  const [entry] = await dayu.store.query(
    'SELECT command, outcome, code, rule FROM audit_entry ORDER BY sequence DESC LIMIT 1',
  );
  return entry;
};

test('an item goes from a center through the weekly meeting to communities, and is traced both ways', async () => {
  const meetingId = await street.convoke();
  const proposed = await street.must(
    street.run(
      'proposeWeeklyItem',
      {
        meetingId,
        centerCode: 'HEALTH',
        title: '春季义诊',
        content: '为独居老人测量血压',
        communityCodes: [DELUYUAN, YUEJIYUAN, DELUYUAN],
      },
      'weeklyItem { id version number state communityCodes decidedAt workOrder { id } }',
      health,
    ),
  );
  expect(proposed['weeklyItem']).toMatchObject({
    version: 1,
    number: 1,
    state: 'PROPOSED',
    communityCodes: [DELUYUAN, YUEJIYUAN],
    decidedAt: null,
  });
  const weeklyItemId: string = proposed['weeklyItem'].id;
  await street.open(meetingId);
  const decided = await street.must(
    street.run(
      'decideWeeklyItem',
      { weeklyItemId, expectedVersion: 1, outcome: 'PASSED', remark: '先试两个社区' },
      'weeklyItem { version state remark decidedAt }',
      people.dispatcher,
    ),
  );
  expect(decided['weeklyItem']).toMatchObject({
    version: 2,
    state: 'PASSED',
    remark: '先试两个社区',
    decidedAt: expect.any(String),
  });
  await street.close(meetingId);
  const issued = await issue(meetingId, [
    { ...taskOf(weeklyItemId, DELUYUAN), deadline: '2026-03-31' },
    taskOf(weeklyItemId, YUEJIYUAN),
  ]);
  expect(issued).toMatchObject({
    errors: [],
    payload: {
      assignmentBatch: { number: '大峪布置〔2026〕第1号' },
      assignments: [{ state: 'ASSIGNED' }, { state: 'ASSIGNED' }],
    },
  });
  const assignmentId: string = issued.payload?.['assignments'][0].id;

  const report = (completed: boolean, version: number) =>
    street.run(
      'reportProgress',
      { assignmentId, expectedVersion: version, text: '已走访三十户', completed },
      'assignment { version state } progressReport { completed reporter }',
      secretary,
    );
  expect((await report(false, 1)).payload?.['assignment']).toEqual({ version: 2, state: 'IN_PROGRESS' });
  const late = await report(true, 1);
  expect(refusal(late)).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
  expect((await report(true, 2)).payload).toEqual({
    assignment: { version: 3, state: 'COMPLETED' },
    progressReport: { completed: true, reporter: secretary.subject },
  });
  expect(refusal(await report(false, 3))).toMatchObject({ code: 'CONFLICT' });

  const down = await street.ask(
    `meeting(id: "${meetingId}") { weeklyItems { assignments { communityCode deadline progressReports { completed } } }
      assignmentBatches { assignments { goal } } }`,
    people.leader,
  );
  expect(down).toEqual({
    data: {
      dayu: {
        meeting: {
          weeklyItems: [
            {
              assignments: [
                {
                  communityCode: DELUYUAN,
                  deadline: '2026-03-31',
                  progressReports: [{ completed: false }, { completed: true }],
                },
                { communityCode: YUEJIYUAN, deadline: null, progressReports: [] },
              ],
            },
          ],
          assignmentBatches: [{ assignments: [{ goal: '覆盖全部独居老人' }, { goal: '覆盖全部独居老人' }] }],
        },
      },
    },
  });
  const up = await street.ask(
    `progressReports(filter: { completed: true }) { nodes { assignment { batch { meeting { id } } weeklyItem { meeting { id } } } } }`,
    people.leader,
  );
  expect(up.data).toEqual({
    dayu: {
      progressReports: {
        nodes: [
          {
            assignment: { batch: { meeting: { id: meetingId } }, weeklyItem: { meeting: { id: meetingId } } },
          },
        ],
      },
    },
  });
  expect(
    await dayu.store.query(`SELECT command, actor FROM audit_entry WHERE '${assignmentId}' = ANY (targets)`),
  ).toEqual([
    { command: 'issueAssignmentBatch', actor: 'dispatcher' },
    { command: 'reportProgress', actor: secretary.subject },
    { command: 'reportProgress', actor: secretary.subject },
  ]);
});

describe('no way to a community but an item that a closed weekly meeting of the street has passed (R22)', () => {
  let closed: { meetingId: string; weeklyItemId: string };
  beforeAll(async () => {
    closed = await street.passed(DELUYUAN);
  });

  /** A meeting with an item, as far as it got. */
  const meetingWith = async (steps: readonly ('open' | 'close' | 'cancel' | 'PASSED' | 'NOT_PASSED')[]) => {
    const meetingId = await street.convoke();
    const weeklyItemId = await street.propose(meetingId, [DELUYUAN]);
    for (const step of steps) {
      await (step === 'PASSED' || step === 'NOT_PASSED'
        ? street.decide(weeklyItemId, step)
        : street[step](meetingId));
    }
    return { meetingId, weeklyItemId };
  };
  const chengziItem = async () => {
    const chengzi = await startTestSubgraph(chengziDefinition, { clock });
    try {
      const passed = await weeklyMeetingsOf(chengzi, 'chengzi', 'CHENGZI').passed(SHICHANGJIE);
      return { ...passed, meetingId: closed.meetingId };
    } finally {
      await chengzi.close();
    }
  };
  const FORGED = '0198c0de-0000-7000-8000-000000000000';

  test.each<[string, () => Promise<{ meetingId: string; weeklyItemId: string | null }>, string]>([
    ['no item', async () => ({ ...closed, weeklyItemId: null }), 'R22'],
    ['an invented id', async () => ({ ...closed, weeklyItemId: FORGED }), 'R22'],
    ['the id of a meeting', async () => ({ ...closed, weeklyItemId: closed.meetingId }), 'R22'],
    ['another street’s passed item', chengziItem, 'R22'],
    ['an item that was not passed', () => meetingWith(['open', 'NOT_PASSED', 'close']), 'R22'],
    ['an item left undecided', () => meetingWith(['open', 'close']), 'R22'],
    ['a passed item of a meeting that is still open', () => meetingWith(['open', 'PASSED']), 'R22'],
    [
      'a passed item of a meeting of an earlier day that is entered late and still open',
      async () => {
        const meetingId = await street.convoke();
        const weeklyItemId = await street.propose(meetingId, [DELUYUAN]);
        await street.open(meetingId, { heldOn: '2026-02-27' });
        await street.decide(weeklyItemId, 'PASSED');
        return { meetingId, weeklyItemId };
      },
      'R22',
    ],
    ['an item of a meeting that has not begun', () => meetingWith([]), 'R22'],
    ['an item of a cancelled meeting', () => meetingWith(['cancel']), 'R22'],
    [
      'another meeting’s passed item',
      async () => ({ ...(await street.passed(DELUYUAN)), meetingId: closed.meetingId }),
      'R23',
    ],
  ])('%s', async (_, prepare, rule) => {
    const { meetingId, weeklyItemId } = await prepare();
    const before = await rows();
    const { payload, errors } = await issue(meetingId, [taskOf(weeklyItemId, DELUYUAN)]);
    expect(payload).toBeNull();
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'RULE_VIOLATION',
      rule,
      missing: expect.arrayContaining(['assignments.0.weeklyItemId']),
    });
    expect(await rows()).toEqual(before);
    expect(await lastEntry()).toEqual({
      command: 'issueAssignmentBatch',
      outcome: 'REFUSED',
      code: 'RULE_VIOLATION',
      rule,
    });
  });

  test('a meeting of another kind takes no items, and issues no batch', async () => {
    const meetingId = await street.convoke('ANNUAL_RETREAT');
    await street.open(meetingId);
    const item = {
      meetingId,
      centerCode: 'HEALTH',
      title: '义诊',
      content: '每户一次',
      communityCodes: [DELUYUAN],
    };
    const proposed = await street.run('proposeWeeklyItem', item, 'weeklyItem { id }', health);
    expect(refusal(proposed)).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R22' });
    await street.close(meetingId);
    const issued = await issue(meetingId, [taskOf(closed.weeklyItemId, DELUYUAN)]);
    expect(refusal(issued)).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R22' });
  });

  test('an item that was passed for some communities is not passed for another', async () => {
    const issued = await issue(closed.meetingId, [taskOf(closed.weeklyItemId, YUEJIYUAN)]);
    expect(refusal(issued)).toMatchObject({ rule: 'R22', missing: ['assignments.0.communityCode'] });
  });

  test('another street’s community is not there', async () => {
    const issued = await issue(closed.meetingId, [taskOf(closed.weeklyItemId, SHICHANGJIE)]);
    expect(refusal(issued)).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.assignments.0.communityCode',
    });
  });

  test.each<[string, Actor, Record<string, unknown>]>([
    ['street leader', people.leader, { code: 'RULE_VIOLATION', rule: 'R09' }],
    ['center head', health, { code: 'RULE_VIOLATION', rule: 'R09' }],
    ['head of 综合管理中心', centerHead('DAYU', 'GENERAL_AFFAIRS'), { code: 'RULE_VIOLATION', rule: 'R09' }],
    ['committee clerk', people.clerk, { code: 'FORBIDDEN' }],
    ['center staff', centerStaff('DAYU', 'HEALTH'), { code: 'FORBIDDEN' }],
    ['community secretary', secretary, { code: 'FORBIDDEN' }],
    ['district office', people.office, { code: 'FORBIDDEN' }],
    ['another street’s dispatcher', peopleOf('CHENGZI').dispatcher, { code: 'FORBIDDEN' }],
    ['another street’s leader', peopleOf('CHENGZI').leader, { code: 'FORBIDDEN' }],
  ])('no role overrides it: %s', async (_, as, expected) => {
    const before = await rows();
    const passed = await issue(closed.meetingId, [taskOf(closed.weeklyItemId, DELUYUAN)], as);
    expect(passed.payload).toBeNull();
    expect(refusal(passed)).toMatchObject(expected);
    expect(await rows()).toEqual(before);
  });

  test('the tables refuse it too, whatever program writes', async () => {
    const open = await meetingWith(['open', 'PASSED']);
    const insertBatch = (meetingId: string) =>
      dayu.runtime.query(
        `INSERT INTO assignment_batch (created_at, updated_at, number, year, sequence, meeting_id, issued_at, issuer)
         VALUES (now(), now(), 'x', 2026, 999, $1, now(), 'x') RETURNING id`,
        [meetingId],
      );
    await expect(insertBatch(open.meetingId)).rejects.toThrow('assignment_batch_meeting_fk');
    const undecided = await meetingWith(['open', 'close']);
    const [{ id: batchId }] = await insertBatch(undecided.meetingId);
    const insertAssignment = ({ meetingId, weeklyItemId }: { meetingId: string; weeklyItemId: string }) =>
      dayu.runtime.query(
        `INSERT INTO community_assignment (created_at, updated_at, state, batch_id, meeting_id, weekly_item_id,
           community_code, goal, content, form, training, instructor)
         VALUES (now(), now(), 'ASSIGNED', $1, $2, $3, '${DELUYUAN}', 'x', 'x', 'x', 'x', 'x')`,
        [batchId, meetingId, weeklyItemId],
      );
    await expect(insertAssignment(undecided)).rejects.toThrow('community_assignment_item_fk');
    await expect(insertAssignment(closed)).rejects.toThrow('community_assignment_batch_fk');
    await expect(
      dayu.runtime.query(`UPDATE weekly_item SET decided_at = NULL WHERE id = $1`, [closed.weeklyItemId]),
    ).rejects.toThrow('weekly_item_decided');
    await dayu.store.query(`DELETE FROM assignment_batch WHERE id = '${batchId}'`);
  });
});

describe('in one go (R23), and with the five requisites (R25)', () => {
  test('a weekly meeting has one batch; an item goes to a community once; a batch is not empty', async () => {
    const { meetingId, weeklyItemId } = await street.passed(DELUYUAN, YUEJIYUAN);
    const task = taskOf(weeklyItemId, DELUYUAN);
    for (const tasks of [[], [task, task]]) {
      expect(refusal(await issue(meetingId, tasks))).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R23' });
    }
    const first = await issue(meetingId, [task]);
    expect(first.errors).toEqual([]);
    const before = await rows();
    const second = await issue(meetingId, [taskOf(weeklyItemId, YUEJIYUAN)]);
    expect(refusal(second)).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R23' });
    expect(second.errors[0]?.message).toContain(first.payload?.['assignmentBatch'].number);
    expect(await rows()).toEqual(before);
  });

  test.each(['goal', 'content', 'form', 'training', 'instructor'])(
    'without %s the whole batch is refused, and the answer says which task',
    async (requisite) => {
      const { meetingId, weeklyItemId } = await street.passed(DELUYUAN, YUEJIYUAN);
      const before = await rows();
      for (const nothing of [null, '', '  ']) {
        const tasks = [
          taskOf(weeklyItemId, DELUYUAN),
          { ...taskOf(weeklyItemId, YUEJIYUAN), [requisite]: nothing },
        ];
        const refused = await issue(meetingId, tasks);
        expect(refused.payload).toBeNull();
        expect(refusal(refused)).toMatchObject({
          code: 'RULE_VIOLATION',
          rule: 'R25',
          missing: [`assignments.1.${requisite}`],
        });
        expect(refused.errors[0]?.message).toContain('第2项任务');
      }
      expect(await rows()).toEqual(before);
    },
  );

  test('a deadline gone by makes no sense', async () => {
    const { meetingId, weeklyItemId } = await street.passed(DELUYUAN);
    const refused = await issue(meetingId, [{ ...taskOf(weeklyItemId, DELUYUAN), deadline: '2026-03-01' }]);
    expect(refusal(refused)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.assignments.0.deadline',
    });
  });
});

describe('items are decided in the meeting, and only there', () => {
  const propose = (meetingId: string, more: object, as: Actor = health) =>
    street.run(
      'proposeWeeklyItem',
      {
        meetingId,
        centerCode: 'HEALTH',
        title: '义诊',
        content: '每户一次',
        communityCodes: [DELUYUAN],
        ...more,
      },
      'weeklyItem { id number centerCode }',
      as,
    );
  const decide = (weeklyItemId: string, more: object = {}, as: Actor = people.dispatcher) =>
    street.run('decideWeeklyItem', { weeklyItemId, outcome: 'PASSED', ...more }, 'weeklyItem { state }', as);

  test('not before it opens, not after it has closed, and once', async () => {
    const meetingId = await street.convoke();
    const item = await street.propose(meetingId, [DELUYUAN]);
    const left = await street.propose(meetingId, [DELUYUAN]);
    expect(refusal(await decide(item))).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R22' });
    await street.open(meetingId);
    expect((await decide(item, { outcome: 'NOT_PASSED' })).payload).toEqual({
      weeklyItem: { state: 'NOT_PASSED' },
    });
    expect(refusal(await decide(item))).toMatchObject({ code: 'CONFLICT' });
    expect(refusal(await decide(left, { expectedVersion: 7 }))).toMatchObject({
      code: 'CONFLICT',
      currentVersion: 1,
    });
    await street.close(meetingId);
    expect(refusal(await decide(left))).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R22' });
    expect(refusal(await propose(meetingId, {}))).toMatchObject({ code: 'CONFLICT' });
  });

  test('a center proposes for itself, and the dispatcher for 综合管理中心; the dispatcher decides', async () => {
    const meetingId = await street.convoke();
    const other = await propose(meetingId, {}, centerHead('DAYU', 'CIVIL_AFFAIRS'));
    expect(refusal(other)).toMatchObject({ code: 'FORBIDDEN' });
    expect(refusal(await propose(meetingId, {}, people.dispatcher))).toMatchObject({ code: 'FORBIDDEN' });
    expect(refusal(await propose(meetingId, {}, people.leader))).toMatchObject({ code: 'FORBIDDEN' });
    const own = await propose(meetingId, { centerCode: 'GENERAL_AFFAIRS' }, people.dispatcher);
    expect(own.payload?.['weeklyItem']).toMatchObject({ number: 1, centerCode: 'GENERAL_AFFAIRS' });
    await street.open(meetingId);
    const id = own.payload?.['weeklyItem'].id;
    for (const as of [health, people.leader, people.clerk, peopleOf('CHENGZI').dispatcher]) {
      expect(refusal(await decide(id, {}, as))).toMatchObject({ code: 'FORBIDDEN' });
    }
  });

  test('communities, meeting and order are there', async () => {
    const meetingId = await street.convoke();
    const nowhere = '0198c0de-0000-7000-8000-000000000000';
    expect(refusal(await propose(nowhere, {}))).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.meetingId',
    });
    expect(refusal(await propose(meetingId, { communityCodes: [DELUYUAN, SHICHANGJIE] }))).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.communityCodes.1',
    });
    expect(refusal(await propose(meetingId, { communityCodes: [] }))).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect(refusal(await propose(meetingId, { workOrderId: nowhere }))).toMatchObject({
      code: 'NOT_FOUND',
      field: 'input.workOrderId',
    });
  });
});

describe('who reads it', () => {
  let batch: { meetingId: string; weeklyItemId: string };
  beforeAll(async () => {
    batch = await street.passed(DELUYUAN, YUEJIYUAN);
    const tasks = [taskOf(batch.weeklyItemId, DELUYUAN), taskOf(batch.weeklyItemId, YUEJIYUAN)];
    expect((await issue(batch.meetingId, tasks)).errors).toEqual([]);
    const forOne = await street.passed(YUEJIYUAN);
    expect((await issue(forOne.meetingId, [taskOf(forOne.weeklyItemId, YUEJIYUAN)])).errors).toEqual([]);
  });
  const LISTS = `communityAssignments(first: 500) { nodes { communityCode weeklyItem { id } } }
    weeklyItems(first: 500) { nodes { communityCodes } }
    assignmentBatches(first: 500) { nodes { assignments { communityCode } } }
    progressReports(first: 500) { nodes { communityCode } }`;

  test('a secretary reads what concerns the own community, nested too', async () => {
    const { data, errors } = await street.ask(LISTS, secretary);
    expect(errors).toBeUndefined();
    const lists = (data as { dayu: Record<string, { nodes: Row[] }> }).dayu;
    expect(lists['communityAssignments']?.nodes.length).toBeGreaterThan(1);
    for (const node of lists['communityAssignments']?.nodes ?? [])
      expect(node['communityCode']).toBe(DELUYUAN);
    for (const node of lists['weeklyItems']?.nodes ?? []) expect(node['communityCodes']).toContain(DELUYUAN);
    for (const node of lists['assignmentBatches']?.nodes ?? [])
      expect(node['assignments']).toEqual([{ communityCode: DELUYUAN }]);
    const others = `SELECT count(*) FROM weekly_item WHERE NOT '${DELUYUAN}' = ANY (community_codes)`;
    expect(await dayu.store.query(others)).not.toEqual([{ count: '0' }]);
  });

  test.each<[string, Actor | undefined, string | undefined]>([
    ['street leader', people.leader, undefined],
    ['center staff', centerStaff('DAYU', 'CULTURE_EDUCATION'), undefined],
    ['district office', people.office, undefined],
    ['analyst', people.analyst, undefined],
    ['auditor', people.auditor, undefined],
    ['department officer', { subject: 'x', role: 'DEPARTMENT_OFFICER', department: 'JUSTICE' }, 'FORBIDDEN'],
    ['区政府', people.government, 'FORBIDDEN'],
    ['another street’s dispatcher', peopleOf('CHENGZI').dispatcher, 'FORBIDDEN'],
    ['an anonymous request', undefined, 'UNAUTHENTICATED'],
  ])('%s', async (_, as, code) => {
    const { data, errors = [] } = await street.ask(LISTS, as);
    if (code === undefined) {
      expect(errors).toEqual([]);
      expect(data).toMatchObject({ dayu: { assignmentBatches: { nodes: expect.any(Array) } } });
    } else {
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual([code, code, code, code]);
    }
  });

  test('lists are filtered', async () => {
    const filtered = await street.ask(
      `communityAssignments(filter: { communityCode: "${YUEJIYUAN}", state: ASSIGNED }) { nodes { communityCode state } }
       weeklyItems(filter: { meetingId: "${batch.meetingId}", centerCode: "HEALTH", state: PASSED }) { totalCount }
       assignmentBatches(filter: { meetingId: "${batch.meetingId}", year: 2026 }) { totalCount }`,
      people.leader,
    );
    expect(filtered.errors).toBeUndefined();
    expect(filtered.data).toMatchObject({
      dayu: { weeklyItems: { totalCount: 1 }, assignmentBatches: { totalCount: 1 } },
    });
  });
});
