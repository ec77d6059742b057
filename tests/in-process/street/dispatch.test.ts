import { centerHead, officer } from '../../support/actors';
import { dispatchStage, head, people, staff, type DispatchStage, type Row } from '../../support/dispatch';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage();
});
afterAll(() => stage.dayu.close());

const EVIDENCE = {
  title: '完工照片',
  uri: 'https://files.example/ramp.jpg',
  mediaType: 'Image/JPEG',
  sha256: 'A'.repeat(64),
};

test('a delegation is dispatched, carried out, verified and reported, and each step says who took it', async () => {
  const delegationId = await stage.delegation('DEPLOYED');
  const projectId = await stage.project();
  const order = await stage.order({ delegationId, projectId });
  const id = order['id'];
  expect(order).toMatchObject({ version: 1, number: 'DAYU-2026-0001', state: 'ISSUED', parent: null });
  const [dispatched] = await stage.dayu.store.query(`SELECT state FROM delegation`);
  expect(dispatched).toEqual({ state: 'DISPATCHED' });

  await stage.must('acceptWorkOrder', { workOrderId: id, expectedVersion: 1 }, head);
  await stage.must('startWorkOrder', { workOrderId: id, expectedVersion: 2 }, staff);
  const { evidence } = await stage.must(
    'attachEvidence',
    { workOrderId: id, ...EVIDENCE },
    staff,
    'evidence { mediaType sha256 author workOrder { number } }',
  );
  expect(evidence).toEqual({
    mediaType: 'image/jpeg',
    sha256: 'a'.repeat(64),
    author: 'staff-HEALTH',
    workOrder: { number: 'DAYU-2026-0001' },
  });
  await stage.must('submitWorkOrder', { workOrderId: id }, head);
  await stage.must('returnWorkOrder', { workOrderId: id, reason: '缺完工照片' });
  await stage.must('submitWorkOrder', { workOrderId: id }, head);
  await stage.must('verifyWorkOrder', { workOrderId: id });
  const closed = await stage.must('closeWorkOrder', { workOrderId: id });
  expect(closed).toMatchObject({ version: 8, state: 'CLOSED', reason: '缺完工照片' });

  const { feedbackReport } = await stage.must(
    'issueFeedbackReport',
    {
      title: '一季度反馈',
      text: '两处坡道完工',
      recipients: ['DISTRICT_GOVERNMENT', 'DEPARTMENT'],
      departmentCodes: ['JUSTICE'],
      workOrderIds: [id],
    },
    people.dispatcher,
    'feedbackReport { number recipients departments { code } workOrders { number } }',
  );
  expect(feedbackReport).toEqual({
    number: 'DAYU-F-2026-0001',
    recipients: ['DISTRICT_GOVERNMENT', 'DEPARTMENT'],
    departments: [{ code: 'JUSTICE' }],
    workOrders: [{ number: 'DAYU-2026-0001' }],
  });
  await conclude(delegationId);

  const { data, errors } = await stage.dayu.ask(
    `query ($id: UUID!) { dayu { workOrder(id: $id) {
      state source project { number } delegation { state workOrders { number } } keyPoint { id } minutesItem { id }
      evidence { title } supervisions { id } subOrders { id } feedbackReport { number }
      history { command fromState toState actor role reason oldDeadline newDeadline }
    } } }`,
    { id },
    { as: people.office },
  );
  expect(errors).toBeUndefined();
  const step = (command: string, from: string | null, to: string, actor: string, role: string) => ({
    command,
    fromState: from,
    toState: to,
    actor,
    role,
    reason: command === 'returnWorkOrder' ? '缺完工照片' : null,
    oldDeadline: null,
    newDeadline: null,
  });
  const [D, H, S] = ['DISPATCHER', 'CENTER_HEAD', 'CENTER_STAFF'] as const;
  expect(data).toEqual({
    dayu: {
      workOrder: {
        state: 'CLOSED',
        source: 'DELEGATION',
        project: { number: 'DAYU-P-2026-0001' },
        delegation: { state: 'COMPLETED', workOrders: [{ number: 'DAYU-2026-0001' }] },
        keyPoint: null,
        minutesItem: null,
        evidence: [{ title: '完工照片' }],
        supervisions: [],
        subOrders: [],
        feedbackReport: { number: 'DAYU-F-2026-0001' },
        history: [
          step('dispatchWorkOrder', null, 'ISSUED', 'dispatcher', D),
          step('acceptWorkOrder', 'ISSUED', 'ACCEPTED', 'head-HEALTH', H),
          step('startWorkOrder', 'ACCEPTED', 'IN_PROGRESS', 'staff-HEALTH', S),
          step('submitWorkOrder', 'IN_PROGRESS', 'SUBMITTED', 'head-HEALTH', H),
          step('returnWorkOrder', 'SUBMITTED', 'IN_PROGRESS', 'dispatcher', D),
          step('submitWorkOrder', 'IN_PROGRESS', 'SUBMITTED', 'head-HEALTH', H),
          step('verifyWorkOrder', 'SUBMITTED', 'VERIFIED', 'dispatcher', D),
          step('closeWorkOrder', 'VERIFIED', 'CLOSED', 'dispatcher', D),
          step('issueFeedbackReport', 'CLOSED', 'CLOSED', 'dispatcher', D),
        ],
      },
    },
  });
});

const stateOf = async (delegationId: string) =>
  (await stage.dayu.store.query(`SELECT state FROM delegation WHERE id = '${delegationId}'`))[0]?.['state'];
const report = ({ id }: Row) =>
  stage.must(
    'issueFeedbackReport',
    {
      title: '反馈',
      text: '完成',
      recipients: ['DISTRICT_PARTY_COMMITTEE', 'DEPARTMENT'],
      departmentCodes: ['JUSTICE'],
      workOrderIds: [id],
    },
    people.dispatcher,
    'feedbackReport { id }',
  );
const CONCLUDED = 'delegation { state } conclusion { step text author }';
const tryToConclude = (delegationId: string) =>
  stage.run('concludeDelegation', { delegationId, text: '已办结' }, people.dispatcher, CONCLUDED);
const conclude = (delegationId: string) =>
  stage.must('concludeDelegation', { delegationId, text: '已办结' }, people.dispatcher, CONCLUDED);

test('a delegation is concluded by the dispatcher, once its orders are closed and reported, or cancelled', async () => {
  const delegationId = await stage.delegation('DEPLOYED');
  const first = await stage.orderIn('CLOSED', { delegationId });
  const second = await stage.orderIn('CLOSED', { delegationId });
  await stage.orderIn('CANCELLED', { delegationId });
  const returned = await stage.orderIn('RETURNED', { delegationId });
  await report(first);
  await report(second);
  expect(await stateOf(delegationId)).toBe('DISPATCHED');
  const early = await tryToConclude(delegationId);
  expect(early.errors[0]).toMatchObject({
    message: expect.stringContaining(returned['number']),
    extensions: { code: 'CONFLICT' },
  });
  await stage.must('cancelWorkOrder', { workOrderId: returned['id'], reason: '不再需要' });
  expect(await stateOf(delegationId)).toBe('DISPATCHED');
  expect(await conclude(delegationId)).toEqual({
    delegation: { state: 'COMPLETED' },
    conclusion: { step: 'CONCLUDED', text: '已办结', author: 'dispatcher' },
  });
  const refused = await stage.run('dispatchWorkOrder', await stage.draft({ delegationId }));
  expect(refused.errors[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R10' });
});

test('a delegation of which nothing was done is not concluded, and waits for another order', async () => {
  const delegationId = await stage.delegation('DEPLOYED');
  await stage.orderIn('CANCELLED', { delegationId });
  expect((await tryToConclude(delegationId)).errors[0]?.message).toContain('没有办结的派单');
  const again = await stage.orderIn('CLOSED', { delegationId });
  expect((await tryToConclude(delegationId)).errors[0]?.message).toContain('还有派单未集中反馈');
  await report(again);
  await conclude(delegationId);
  expect(await stateOf(delegationId)).toBe('COMPLETED');
});

test('the department objects, which reopens the delegation and is shown, and confirms in the end', async () => {
  const delegationId = await stage.delegation('DEPLOYED');
  await report(await stage.orderIn('CLOSED', { delegationId }));
  await conclude(delegationId);
  const object = { delegationId, reason: '缺走访清单' };
  for (const other of [people.dispatcher, officer('CIVIL_AFFAIRS')]) {
    const { errors } = await stage.run('objectToConclusion', object, other, CONCLUDED);
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
  }
  await stage.must('objectToConclusion', object, officer('JUSTICE'), CONCLUDED);
  expect(await stateOf(delegationId)).toBe('DISPATCHED');
  await conclude(delegationId);
  await stage.must('confirmConclusion', { delegationId }, officer('JUSTICE'), CONCLUDED);
  const { delegation } = await stage.read(
    'query ($id: UUID!) { dayu { delegation(id: $id) { state conclusions { step text } } } }',
    { id: delegationId },
    officer('JUSTICE'),
  );
  expect(delegation).toEqual({
    state: 'CONFIRMED',
    conclusions: [
      { step: 'CONCLUDED', text: '已办结' },
      { step: 'OBJECTED', text: '缺走访清单' },
      { step: 'CONCLUDED', text: '已办结' },
      { step: 'CONFIRMED', text: null },
    ],
  });
  const again = await stage.run('objectToConclusion', object, officer('JUSTICE'), CONCLUDED);
  expect(again.errors[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R10' });
});

test('an order can come from issued minutes of the bodies’ meetings, and from a key point', async () => {
  for (const kind of ['JOINT', 'SPECIAL']) {
    const minutesItemId = await stage.minutesItem(kind, 'ISSUED');
    expect(await stage.order({ minutesItemId })).toMatchObject({ state: 'ISSUED' });
  }
  expect(await stage.order({ keyPointId: await stage.keyPoint() })).toMatchObject({ state: 'ISSUED' });
});

test('a project says what it is for, where, with whom and until when, and which retreat drew it up', async () => {
  const retreat = await stage.minutesItem('ANNUAL_RETREAT', 'ISSUED').then(async (item) => {
    const [row] = await stage.dayu.store.query(
      `SELECT meeting_id FROM minutes JOIN minutes_item ON minutes_id = minutes.id WHERE minutes_item.id = '${item}'`,
    );
    return row?.['meeting_id'];
  });
  const id = await stage.project({ retreatMeetingId: retreat });
  await stage.order({ projectId: id });
  const { data } = await stage.dayu.ask(
    `query ($id: UUID!) { dayu { project(id: $id) {
      number charter { goals deadline departmentCodes communityCodes }
      departments { code } communities { code shortName } retreat { kind projects { id } } workOrders { state }
    } } }`,
    { id },
    { as: people.leader },
  );
  expect(data).toMatchObject({
    dayu: {
      project: {
        charter: {
          goals: '六处坡道',
          deadline: '2028-12-31',
          departmentCodes: ['JUSTICE'],
          communityCodes: ['110109001001', '110109001002'],
        },
        departments: [{ code: 'JUSTICE' }],
        communities: [{ code: '110109001001' }, { code: '110109001002' }],
        retreat: { kind: 'ANNUAL_RETREAT', projects: [{ id }] },
        workOrders: [{ state: 'ISSUED' }],
      },
    },
  });
});

test('an order goes to a center of the street, whose head accepts it; a center of another street is none', async () => {
  const { errors } = await stage.run('dispatchWorkOrder', await stage.draft({ centerCode: 'SHIMENYING' }));
  expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'input.centerCode' });
  const order = await stage.order({ centerCode: 'CULTURE_EDUCATION' });
  const accepted = await stage.must(
    'acceptWorkOrder',
    { workOrderId: order['id'] },
    centerHead('DAYU', 'CULTURE_EDUCATION'),
  );
  expect(accepted['state']).toBe('ACCEPTED');
});

test('orders are found by the days of Asia/Shanghai on which they were issued', async () => {
  const start = stage.clock.now().toISOString();
  const draft = await stage.draft({ deadline: '2028-12-31' });
  const issued = [];
  for (const instant of ['2026-05-31T15:59:59.999Z', '2026-05-31T16:00:00Z', '2026-06-01T15:59:59.999Z']) {
    stage.setTime(instant);
    // oxlint-disable-next-line no-await-in-loop
    issued.push((await stage.must('dispatchWorkOrder', draft))['id']);
  }
  stage.setTime(start);
  const list = async (filter: object) => {
    const query =
      'query ($filter: WorkOrderFilter) { dayu { workOrders(filter: $filter) { nodes { id } totalCount } } }';
    const { workOrders } = await stage.read(query, { filter }, people.analyst);
    expect(workOrders.totalCount).toBe(workOrders.nodes.length);
    return workOrders.nodes.map(({ id }: Row) => id);
  };
  const [first, second, third] = issued;
  expect(await list({ issuedFrom: '2026-06-01' })).toEqual([second, third]);
  expect(await list({ issuedFrom: '2026-06-01', issuedTo: '2026-06-01' })).toEqual([second, third]);
  expect(await list({ issuedFrom: '2026-05-31', issuedTo: '2026-05-31' })).toEqual([first]);
  expect(await list({ issuedFrom: '2026-06-02' })).toEqual([]);
});

test('orders are found by what they are filtered by', async () => {
  const order = await stage.order({ centerCode: 'PUBLIC_SECURITY', deadline: '2026-04-01' });
  const list = async (filter: object) => {
    const { workOrders } = await stage.read(
      'query ($filter: WorkOrderFilter) { dayu { workOrders(filter: $filter) { nodes { id centerCode } } } }',
      { filter },
      people.analyst,
    );
    return workOrders.nodes;
  };
  const { id, number } = order;
  const only = [{ id, centerCode: 'PUBLIC_SECURITY' }];
  expect(await list({ number })).toEqual(only);
  expect(await list({ centerCode: 'PUBLIC_SECURITY', state: 'ISSUED', source: 'KEY_POINT' })).toEqual(only);
  expect(await list({ deadline: '2026-04-01' })).toEqual(only);
  expect(await list({ centerCode: 'PUBLIC_SECURITY', state: 'CLOSED' })).toEqual([]);
  expect(await list({ deadlineFrom: '2026-04-01', deadlineTo: '2026-04-01' })).toEqual(only);
  expect(await list({ number, deadlineFrom: '2026-04-02' })).toEqual([]);
  expect(await list({ number, deadlineTo: '2026-03-31' })).toEqual([]);
});
