import { centerHead, communitySecretary } from '../../support/actors';
import { dispatchStage, head, people, type DispatchStage } from '../../support/dispatch';
import { DELUYUAN, refusal, taskOf, weeklyMeetingsOf } from './community-work-support';

let stage: DispatchStage;
let street: ReturnType<typeof weeklyMeetingsOf>;
beforeAll(async () => {
  stage = await dispatchStage();
  street = weeklyMeetingsOf(stage.dayu, 'dayu', 'DAYU');
});
afterAll(() => stage.dayu.close());

const propose = async (workOrderId: string | null, centerCode = 'HEALTH', meetingId?: string) =>
  street.run(
    'proposeWeeklyItem',
    {
      meetingId: meetingId ?? (await street.convoke()),
      centerCode,
      title: '坡道施工',
      content: '请社区协调出入',
      communityCodes: [DELUYUAN],
      workOrderId,
    },
    'weeklyItem { id workOrder { id } }',
    centerCode === 'HEALTH' ? head : centerHead('DAYU', centerCode),
  );

test.each(['ACCEPTED', 'IN_PROGRESS', 'SUBMITTED'])(
  'an item carries out an order that is %s, and the order leads to it',
  async (state) => {
    const { id } = await stage.orderIn(state);
    const { payload, errors } = await propose(id);
    expect(errors).toEqual([]);
    expect(payload?.['weeklyItem'].workOrder).toEqual({ id });
    const down = await street.ask(`workOrder(id: "${id}") { weeklyItems { id } }`, people.leader);
    expect(down.data).toEqual({
      dayu: { workOrder: { weeklyItems: [{ id: payload?.['weeklyItem'].id }] } },
    });
  },
);

test.each(['ISSUED', 'VERIFIED', 'CLOSED', 'RETURNED', 'CANCELLED'])('none that is %s', async (state) => {
  const { id, version } = await stage.orderIn(state);
  const { payload, errors } = await propose(id);
  expect(payload).toBeNull();
  expect(refusal({ errors })).toMatchObject({ code: 'CONFLICT', currentVersion: version });
});

test('none of another center', async () => {
  const { id } = await stage.orderIn('ACCEPTED');
  const refused = await propose(id, 'CIVIL_AFFAIRS');
  expect(refusal(refused)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.workOrderId' });
});

describe('work of a delegation goes to communities that got guidance (R10)', () => {
  const guide = (delegationId: string) =>
    stage.run(
      'guideDelegation',
      { delegationId, guidance: [{ communityCode: DELUYUAN, text: '提供场地' }] },
      people.clerk,
      'guidance { communityCode }',
    );

  test('an item is not proposed for another community', async () => {
    const delegationId = await stage.delegation('DEPLOYED');
    const { id } = await stage.orderIn('ACCEPTED', { delegationId });
    const { payload, errors } = await propose(id);
    expect(payload).toBeNull();
    expect(refusal({ errors })).toMatchObject({ rule: 'R10', missing: ['communityCodes'] });
    expect(errors[0]?.message).toContain('guideDelegation');
    expect((await guide(delegationId)).errors).toEqual([]);
    expect((await propose(id)).errors).toEqual([]);
  });

  test('a task is not issued to another community, whatever the item says', async () => {
    const delegationId = await stage.delegation('DEPLOYED');
    const { id } = await stage.orderIn('ACCEPTED', { delegationId });
    await guide(delegationId);
    const meetingId = await street.convoke();
    const item = await itemOf(meetingId, id);
    await street.open(meetingId);
    await street.decide(item, 'PASSED');
    await street.close(meetingId);
    const guided = 'delegation_id = $1 AND community_code IS NOT NULL';
    await stage.dayu.database.query(`DELETE FROM delegation_guidance WHERE ${guided}`, [delegationId]);
    stage.setTime(new Date(stage.clock.now().getTime() + 60_000).toISOString());
    const batch = { meetingId, assignments: [taskOf(item, DELUYUAN)] };
    const issue = () =>
      street.run('issueAssignmentBatch', batch, 'assignments { communityCode }', people.dispatcher);
    const refused = await issue();
    expect(refused.payload).toBeNull();
    expect(refusal(refused)).toMatchObject({ rule: 'R10', missing: ['assignments.0.communityCode'] });
    await guide(delegationId);
    expect((await issue()).payload).toEqual({ assignments: [{ communityCode: DELUYUAN }] });
  });
});

const itemOf = async (meetingId: string, workOrderId: string | null): Promise<string> => {
  const { payload, errors } = await propose(workOrderId, 'HEALTH', meetingId);
  expect(errors).toEqual([]);
  return payload?.['weeklyItem'].id;
};

/** Tasks of one community for items that carry out these orders, or none, by way of a weekly meeting. */
const tasksFor = async (...workOrderIds: readonly (string | null)[]): Promise<string[]> => {
  const meetingId = await street.convoke();
  const items: string[] = [];
  for (const id of workOrderIds) items.push(await itemOf(meetingId, id));
  await street.open(meetingId);
  for (const id of items) await street.decide(id, 'PASSED');
  await street.close(meetingId);
  stage.setTime(new Date(stage.clock.now().getTime() + 60_000).toISOString());
  const { assignments } = await street.must(
    street.run(
      'issueAssignmentBatch',
      { meetingId, assignments: items.map((id) => taskOf(id, DELUYUAN)) },
      'assignments { id }',
      people.dispatcher,
    ),
  );
  return assignments.map(({ id }: { id: string }) => id);
};
const report = (assignmentId: string | undefined, completed: boolean) =>
  street.run(
    'reportProgress',
    { assignmentId, text: '进展', completed },
    'assignment { state }',
    communitySecretary('DAYU', DELUYUAN),
  );

describe.each([
  ['cancelled', 'cancelWorkOrder', { reason: '不再需要' }, '已取消'],
  ['verified', 'verifyWorkOrder', {}, '已验收'],
] as const)('when the order of an item is %s meanwhile', (_, command, more, label) => {
  const end = async (workOrderId: string) => stage.must(command, { workOrderId, ...more }, people.dispatcher);
  const itemState = async (id: string) => {
    const [row] = await stage.dayu.store.query(`SELECT state FROM weekly_item WHERE id = '${id}'`);
    return row?.['state'];
  };

  test('the meeting does not pass it any more, but can decide against it', async () => {
    const order = await stage.orderIn('SUBMITTED');
    const meetingId = await street.convoke();
    const weeklyItemId = await itemOf(meetingId, order['id']);
    await street.open(meetingId);
    await end(order['id']);
    const decision = { weeklyItemId, outcome: 'PASSED' };
    const refused = await street.run('decideWeeklyItem', decision, 'weeklyItem { id }', people.dispatcher);
    expect(refusal(refused)).toMatchObject({ code: 'CONFLICT', field: 'input.weeklyItemId' });
    expect(refused.errors[0]?.message).toContain(`${order['number']} 的状态为“${label}”`);
    expect(await itemState(weeklyItemId)).toBe('PROPOSED');
    await street.decide(weeklyItemId, 'NOT_PASSED');
    expect(await itemState(weeklyItemId)).toBe('NOT_PASSED');
  });

  test('it is not assigned although the meeting has passed it; the others are', async () => {
    const order = await stage.orderIn('SUBMITTED');
    const meetingId = await street.convoke();
    const weeklyItemId = await itemOf(meetingId, order['id']);
    const other = await itemOf(meetingId, null);
    await street.open(meetingId);
    for (const id of [weeklyItemId, other]) await street.decide(id, 'PASSED');
    await street.close(meetingId);
    stage.setTime(new Date(stage.clock.now().getTime() + 60_000).toISOString());
    await end(order['id']);
    const issue = (...items: readonly string[]) => {
      const assignments = items.map((id) => taskOf(id, DELUYUAN));
      const input = { meetingId, assignments };
      return street.run('issueAssignmentBatch', input, 'assignmentBatch { id }', people.dispatcher);
    };
    const refused = await issue(other, weeklyItemId);
    expect(refused.payload).toBeNull();
    expect(refusal(refused)).toMatchObject({
      code: 'CONFLICT',
      field: 'input.assignments.1.weeklyItemId',
    });
    expect(refused.errors[0]?.message).toContain(order['number']);
    expect((await issue(other)).errors).toEqual([]);
  });
});

test('when an order is cancelled the tasks of communities go with it, but for what is completed, and what belongs to no order or to another', async () => {
  const [order, standing] = [await stage.orderIn('ACCEPTED'), await stage.orderIn('ACCEPTED')];
  const ids = await tasksFor(order['id'], order['id'], standing['id'], null);
  await street.must(report(ids[1], true));
  const input = { workOrderId: order['id'], reason: '不再需要' };
  const ended = await stage.run(
    'cancelWorkOrder',
    input,
    people.dispatcher,
    'withdrawnAssignments { id state withdrawalReason }',
  );
  expect(ended).toMatchObject({
    errors: [],
    payload: { withdrawnAssignments: [{ id: ids[0], state: 'WITHDRAWN', withdrawalReason: '不再需要' }] },
  });
  const rows = await stage.dayu.store.query(
    `SELECT id, state FROM community_assignment WHERE id IN (${ids.map((id) => `'${id}'`).join()})`,
  );
  const stateOf = (id: string) => rows.find((row) => row['id'] === id)?.['state'];
  expect(ids.map(stateOf)).toEqual(['WITHDRAWN', 'COMPLETED', 'ASSIGNED', 'ASSIGNED']);
  expect(refusal(await report(ids[0], false))).toMatchObject({ code: 'CONFLICT' });
});

test('an order is verified when communities have completed what they were to do for it, or it was withdrawn', async () => {
  const order = await stage.orderIn('SUBMITTED');
  const [completed, withdrawn] = await tasksFor(order['id'], order['id']);
  const verify = () => stage.run('verifyWorkOrder', { workOrderId: order['id'] });
  const isHeldUp = async () => {
    const { errors } = await verify();
    expect(refusal({ errors })).toMatchObject({ code: 'CONFLICT', currentVersion: order['version'] });
    expect(errors[0]?.message).toContain(DELUYUAN);
  };
  await isHeldUp();
  await street.must(report(completed, true));
  await isHeldUp();
  const withdrawal = { assignmentId: withdrawn, reason: '并入另一任务' };
  await street.must(street.run('withdrawAssignment', withdrawal, 'assignment { state }', people.dispatcher));
  expect((await verify()).payload?.['workOrder']).toMatchObject({ state: 'VERIFIED' });
});

test('a visit carries out the task of the center that brought it, or of an assisting center of its order', async () => {
  const order = await stage.orderIn('ACCEPTED');
  const part = {
    parentId: order['id'],
    title: '停车协调',
    content: '施工期间的停车',
    centerCode: 'URBAN_MANAGEMENT',
    responsiblePerson: '李强',
    deadline: '2026-03-18',
  };
  const [assignmentId] = await tasksFor(order['id']);
  const visit = (center: string) =>
    street.run(
      'recordVisit',
      {
        centerCode: center,
        communityCode: DELUYUAN,
        day: '2026-03-09',
        form: 'TALK',
        assignmentId,
        record: '已看过',
        sentimentLogs: [{ text: '满意' }],
      },
      'communityVisit { id }',
      centerHead('DAYU', center),
    );
  const refused = { code: 'BAD_USER_INPUT', field: 'input.assignmentId' };
  expect((await visit('HEALTH')).errors).toEqual([]);
  expect(refusal(await visit('URBAN_MANAGEMENT'))).toMatchObject(refused);
  const { id: partId } = await stage.must('dispatchSubOrder', part);
  expect((await visit('URBAN_MANAGEMENT')).errors).toEqual([]);
  await stage.must('cancelWorkOrder', { workOrderId: partId, reason: '不再需要' });
  expect(refusal(await visit('URBAN_MANAGEMENT'))).toMatchObject(refused);
});
