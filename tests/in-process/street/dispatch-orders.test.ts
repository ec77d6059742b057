import type { Actor } from '@mtg/access';
import { centerHead, peopleOf } from '../../support/actors';
import { dispatchStage, head, people, staff, type DispatchStage } from '../../support/dispatch';

let stage: DispatchStage;
beforeAll(async () => {
  stage = await dispatchStage();
});
afterAll(() => stage.dayu.close());

const { dispatcher } = people;
const reason = '情况有变';
const EVIDENCE = { title: '照片', uri: 'urn:file:1', mediaType: 'image/png', sha256: '0'.repeat(64) };

/** Every command on an order that needs nothing but the order: who gives it, and with what. */
const COMMANDS = new Map<string, { as: Actor; command: string; input?: object }>(
  Object.entries({
    accept: { as: head, command: 'acceptWorkOrder' },
    start: { as: staff, command: 'startWorkOrder' },
    attach: { as: staff, command: 'attachEvidence', input: EVIDENCE },
    submit: { as: head, command: 'submitWorkOrder' },
    verify: { as: dispatcher, command: 'verifyWorkOrder' },
    close: { as: dispatcher, command: 'closeWorkOrder' },
    askForTime: { as: head, command: 'requestExtension', input: { deadline: '2026-05-01', reason } },
    cancel: { as: dispatcher, command: 'cancelWorkOrder', input: { reason } },
    sendBack: { as: dispatcher, command: 'returnWorkOrder', input: { reason } },
    handBack: { as: head, command: 'requestReturn', input: { reason } },
    reassign: {
      as: dispatcher,
      command: 'reassignWorkOrder',
      input: { reason, centerCode: 'CIVIL_AFFAIRS', responsiblePerson: '李强' },
    },
    keep: { as: dispatcher, command: 'refuseReturn', input: { reason } },
  }),
);
const commandOf = (name: string) => {
  const found = COMMANDS.get(name);
  if (!found) throw new Error(name);
  return found;
};

/** Where each command leads; what is not written down is refused. */
const LEADS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ISSUED: { accept: 'ACCEPTED', askForTime: 'ISSUED', cancel: 'CANCELLED', handBack: 'RETURNED' },
  ACCEPTED: { start: 'IN_PROGRESS', askForTime: 'ACCEPTED', cancel: 'CANCELLED', handBack: 'RETURNED' },
  IN_PROGRESS: {
    attach: 'IN_PROGRESS',
    submit: 'SUBMITTED',
    askForTime: 'IN_PROGRESS',
    cancel: 'CANCELLED',
    handBack: 'RETURNED',
  },
  SUBMITTED: { verify: 'VERIFIED', cancel: 'CANCELLED', sendBack: 'IN_PROGRESS' },
  VERIFIED: { close: 'CLOSED' },
  CLOSED: {},
  RETURNED: { cancel: 'CANCELLED', reassign: 'ISSUED', keep: 'ISSUED' },
  CANCELLED: {},
};

const traceOf = (id: string) =>
  stage.dayu.store.query(
    `SELECT state, version, deadline::text, reason, (SELECT count(*) FROM work_order_event WHERE work_order_id = work_order.id) AS events,
       (SELECT count(*) FROM evidence WHERE work_order_id = work_order.id) AS evidence FROM work_order WHERE id = '${id}'`,
  );

describe.each(Object.keys(LEADS))('an order that is %s', (from) => {
  const leads = LEADS[from] ?? {};
  const names = [...COMMANDS.keys()];
  const give = (id: string, name: string) => {
    const { command, input, as } = commandOf(name);
    const selection = command === 'attachEvidence' ? 'evidence { workOrder { state version } }' : undefined;
    return stage.run(command, { workOrderId: id, ...input }, as, selection);
  };

  const taken = names.filter((name) => name in leads);
  if (taken.length > 0) {
    test.each(taken)('%s', async (name) => {
      const { id, version } = await stage.orderIn(from);
      const { payload, errors } = await give(id, name);
      expect(errors).toEqual([]);
      const order = payload?.['workOrder'] ?? payload?.['evidence'].workOrder;
      expect(order).toMatchObject({
        state: leads[name],
        version: name === 'attach' ? version : version + 1,
      });
      if (name === 'attach') return;
      const needsReason = ['askForTime', 'cancel', 'sendBack', 'handBack', 'reassign', 'keep'].includes(name);
      expect(order.history.at(-1)).toMatchObject({
        command: commandOf(name).command,
        fromState: from,
        toState: leads[name],
        reason: needsReason ? reason : null,
        oldDeadline: null,
        newDeadline: null,
      });
      expect(order.deadline).toBe('2026-03-20');
    });
  }

  const refused = names.filter((name) => !(name in leads));
  test(`refuses ${refused.join(', ')}, and stays as it is`, async () => {
    const { id, version } = await stage.orderIn(from);
    const before = await traceOf(id);
    for (const name of refused) {
      const { payload, errors } = await give(id, name);
      expect([name, payload]).toEqual([name, null]);
      expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: version });
    }
    expect(await traceOf(id)).toEqual(before);
  });
});

test.each<[string, string, Actor]>([
  ['the head of another center', 'acceptWorkOrder', centerHead('DAYU', 'CIVIL_AFFAIRS')],
  ['that center’s head in another street', 'acceptWorkOrder', centerHead('CHENGZI', 'HEALTH')],
  ['the center’s staff', 'acceptWorkOrder', staff],
  ['the dispatcher', 'acceptWorkOrder', dispatcher],
  ['the center itself', 'cancelWorkOrder', head],
  ['another street’s dispatcher', 'cancelWorkOrder', peopleOf('CHENGZI').dispatcher],
  ['the head of another center', 'requestReturn', centerHead('DAYU', 'CIVIL_AFFAIRS')],
])('%s does not %s', async (_, command, as) => {
  const { id } = await stage.order();
  const input = command === 'acceptWorkOrder' ? {} : { reason };
  const { errors } = await stage.run(command, { workOrderId: id, ...input }, as);
  expect(errors[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(await traceOf(id)).toMatchObject([{ state: 'ISSUED', version: 1 }]);
});

describe('of twenty who take the same step at the same time one does', () => {
  test.each([
    ['acceptWorkOrder', head, {}],
    ['requestExtension', head, { reason, deadline: '2026-05-01' }],
  ] as const)('%s', async (command, as, input) => {
    const { id } = await stage.order();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        stage.run(command, { workOrderId: id, expectedVersion: 1, ...input }, as),
      ),
    );
    expect(answers.filter(({ payload }) => payload)).toHaveLength(1);
    for (const { errors } of answers.filter(({ payload }) => !payload)) {
      expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    }
    expect(await traceOf(id)).toMatchObject([{ version: 2, events: '2' }]);
  });
});

test('each order has a number of its own, from 1 in each year of the street’s calendar', async () => {
  const draft = await stage.draft({ deadline: '2027-12-31' });
  const twenty = await Promise.all(Array.from({ length: 20 }, () => stage.must('dispatchWorkOrder', draft)));
  const numbers = twenty.map(({ number }) => Number(number.slice('DAYU-2026-'.length)));
  const first = Math.min(...numbers);
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => first + index));
  const start = stage.clock.now().toISOString();
  stage.setTime('2026-12-31T15:59:59Z');
  expect((await stage.must('dispatchWorkOrder', draft))['number']).toBe(
    `DAYU-2026-${String(first + 20).padStart(4, '0')}`,
  );
  stage.setTime('2026-12-31T16:00:00Z');
  const ofNewYear = { ...draft, keyPointId: await stage.keyPoint() };
  expect((await stage.must('dispatchWorkOrder', ofNewYear))['number']).toBe('DAYU-2027-0001');
  stage.setTime(start);
});

test('a key point is cited in its own year; a part of an order of that year goes by the order', async () => {
  const draft = await stage.draft({ deadline: '2027-12-31' });
  const start = stage.clock.now().toISOString();
  stage.setTime('2026-12-31T15:59:59Z');
  const order = await stage.must('dispatchWorkOrder', draft);
  stage.setTime('2026-12-31T16:00:00Z');
  const { payload, errors } = await stage.run('dispatchWorkOrder', draft);
  expect(payload).toBeNull();
  expect(errors[0]?.extensions).toMatchObject({
    code: 'RULE_VIOLATION',
    rule: 'R11',
    missing: ['keyPointId'],
  });
  const { projectId: _project, keyPointId: _keyPoint, ...part } = draft;
  await stage.must('dispatchSubOrder', { ...part, parentId: order['id'], centerCode: 'URBAN_MANAGEMENT' });
  stage.setTime(start);
});

describe('sub-orders', () => {
  const sub = (parentId: string, values: object = {}) =>
    stage.run('dispatchSubOrder', {
      parentId,
      title: '停车协调',
      content: '施工期间的停车',
      centerCode: 'URBAN_MANAGEMENT',
      responsiblePerson: '李强',
      deadline: '2026-03-18',
      ...values,
    });
  const mustSub = async (parentId: string) => {
    const { payload, errors } = await sub(parentId);
    expect(errors).toEqual([]);
    return payload?.['workOrder'];
  };
  const urban = centerHead('DAYU', 'URBAN_MANAGEMENT');
  const state = async (id: string) => (await traceOf(id))[0]?.['state'];

  test('go to another center, with the source and the project of the order', async () => {
    const delegationId = await stage.delegation('DEPLOYED');
    const order = await stage.order({ delegationId });
    const part = await mustSub(order['id']);
    expect(part).toMatchObject({ state: 'ISSUED', parent: { number: order['number'] } });
    const { workOrder } = await stage.read(
      `query ($id: UUID!) { dayu { workOrder(id: $id) { project { id } delegation { id } subOrders { number source project { id } delegation { id } } } } }`,
      { id: order['id'] },
      dispatcher,
    );
    const { project, delegation, subOrders } = workOrder;
    expect(subOrders).toEqual([{ number: part.number, source: 'DELEGATION', project, delegation }]);
    expect(delegation).toEqual({ id: delegationId });
  });

  test('stand in the way of verifying and closing the order', async () => {
    const order = await stage.orderIn('SUBMITTED');
    const part = await mustSub(order['id']);
    const early = await stage.run('verifyWorkOrder', { workOrderId: order['id'] });
    expect(early.errors[0]).toMatchObject({
      message: expect.stringContaining(part.number),
      extensions: { code: 'CONFLICT', currentVersion: order['version'] },
    });
    for (const command of ['acceptWorkOrder', 'startWorkOrder', 'submitWorkOrder']) {
      await stage.must(command, { workOrderId: part.id }, urban);
    }
    await stage.must('verifyWorkOrder', { workOrderId: part.id });
    await stage.must('verifyWorkOrder', { workOrderId: order['id'] });
    const { errors } = await stage.run('closeWorkOrder', { workOrderId: order['id'] });
    expect(errors[0]?.extensions['code']).toBe('CONFLICT');
    await stage.must('closeWorkOrder', { workOrderId: part.id });
    expect((await stage.must('closeWorkOrder', { workOrderId: order['id'] }))['state']).toBe('CLOSED');
  });

  test('go with an order that is cancelled, but for those whose work is verified', async () => {
    const order = await stage.order();
    const [open, done] = [await mustSub(order['id']), await mustSub(order['id'])];
    for (const command of ['acceptWorkOrder', 'startWorkOrder', 'submitWorkOrder']) {
      await stage.must(command, { workOrderId: done.id }, urban);
    }
    await stage.must('verifyWorkOrder', { workOrderId: done.id });
    const { subOrders } =
      (
        await stage.run(
          'cancelWorkOrder',
          { workOrderId: order['id'], reason },
          dispatcher,
          'subOrders { number state reason history { command reason } }',
        )
      ).payload ?? {};
    expect(subOrders).toMatchObject([{ number: open.number, state: 'CANCELLED', reason }]);
    expect(subOrders[0].history.at(-1)).toEqual({ command: 'cancelWorkOrder', reason });
    expect([await state(open.id), await state(done.id)]).toEqual(['CANCELLED', 'VERIFIED']);
  });

  test('are due no later than their order, when dispatched and when extended', async () => {
    const order = await stage.order();
    const late = await sub(order['id'], { deadline: '2026-03-21' });
    expect(late.errors[0]?.extensions).toMatchObject({
      code: 'RULE_VIOLATION',
      rule: 'R11',
      missing: ['deadline'],
    });
    const part = await mustSub(order['id']);
    const request = (workOrderId: string, deadline: string, as: Actor) =>
      stage.run('requestExtension', { workOrderId, deadline, reason }, as);
    const extend = async (workOrderId: string, deadline: string, as: Actor) => {
      expect((await request(workOrderId, deadline, as)).errors).toEqual([]);
      return stage.run('grantExtension', { workOrderId });
    };
    const { errors } = await request(part.id, '2026-03-21', urban);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'RULE_VIOLATION',
      rule: 'R11',
      missing: ['deadline'],
    });
    expect(errors[0]?.message).toContain(order['number']);
    expect((await extend(part.id, '2026-03-20', urban)).errors).toEqual([]);
    await extend(order['id'], '2026-03-21', head);
    expect((await extend(part.id, '2026-03-21', urban)).errors).toEqual([]);
  });

  test('are refused to the same center, of a sub-order, and of an order that is not open', async () => {
    const order = await stage.order();
    const part = await mustSub(order['id']);
    const same = await sub(order['id'], { centerCode: 'HEALTH' });
    expect(same.errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.centerCode',
    });
    const deeper = await sub(part.id, { centerCode: 'HEALTH' });
    expect(deeper.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.parentId' });
    for (const from of ['VERIFIED', 'CLOSED', 'CANCELLED']) {
      const { id } = await stage.orderIn(from);
      expect((await sub(id)).errors[0]?.extensions['code']).toBe('CONFLICT');
    }
    const unassigned = await sub(order['id'], { responsiblePerson: ' ' });
    expect(unassigned.errors[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATION', rule: 'R11' });
  });
});
