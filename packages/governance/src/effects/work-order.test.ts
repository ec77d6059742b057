import { actAs, NOW } from '../../test-support/act';
import { issuedOrder, orderEvent, orderTransition, type OrderDraft } from './work-order';

const dispatcher = actAs('DISPATCHER');
const SOURCE = { kind: 'KEY_POINT', id: 'k', year: 2026, committeeDecision: '大工〔2026〕1号' } as const;
const DRAFT: OrderDraft = {
  centerCode: 'HEALTH',
  responsiblePerson: '张三',
  deadline: '2026-12-31',
  project: { id: 'p', deadline: '2027-06-30' },
  source: SOURCE,
  parent: null,
};

test('an order is issued with what it cites, in the name of the dispatcher', () => {
  expect(issuedOrder(dispatcher, DRAFT)).toEqual({
    state: 'ISSUED',
    source: 'KEY_POINT',
    keyPointId: 'k',
    delegationId: null,
    minutesItemId: null,
    projectId: 'p',
    baseTaskCodes: [],
    centerCode: 'HEALTH',
    responsiblePerson: '张三',
    responsiblePersonId: null,
    deadline: '2026-12-31',
    parentId: null,
    issuer: 'DISPATCHER:1',
    reason: null,
    feedbackReportId: null,
    importedAt: null,
  });
});

test('a person of the register gives the name, and has to be named by it', () => {
  const registered = { id: 'p-1', name: '张三', isInPost: true };
  const named = { responsiblePerson: '张三', responsiblePersonId: 'p-1' };
  expect(issuedOrder(dispatcher, { ...DRAFT, registered })).toMatchObject(named);
  expect(issuedOrder(dispatcher, { ...DRAFT, registered, responsiblePerson: null })).toMatchObject(named);
  expect(() => issuedOrder(dispatcher, { ...DRAFT, registered, responsiblePerson: '李四' })).toThrow(
    'R11 responsiblePerson',
  );
  expect(() => issuedOrder(dispatcher, { ...DRAFT, registered: { ...registered, isInPost: false } })).toThrow(
    'R11 responsiblePersonId',
  );
});

test('base tasks that an order cites are among those of its key point and project, if these have any', () => {
  const cite = (codes: readonly string[], project: readonly string[], keyPoint: readonly string[]) =>
    issuedOrder(dispatcher, {
      ...DRAFT,
      baseTaskCodes: codes,
      project: { id: 'p', deadline: '2027-06-30', baseTaskCodes: project },
      source: { ...SOURCE, baseTaskCodes: keyPoint },
    }).baseTaskCodes;
  expect(cite(['A', 'B', 'A'], ['A'], ['B'])).toEqual(['A', 'B']);
  expect(cite(['C'], [], [])).toEqual(['C']);
  expect(cite([], ['A'], [])).toEqual([]);
  expect(() => cite(['A', 'C'], ['A'], ['B'])).toThrow(
    'input.baseTaskCodes.1: 所引用的工作要点和项目落实的基础任务是',
  );
});

test('a part may be due after the project of its order, and goes by the day of that', () => {
  const parent = { id: 'o', createdAt: new Date('2025-12-30T02:00:00Z'), deadline: '2027-12-31' };
  const draft = { ...DRAFT, deadline: '2027-07-01', source: { ...SOURCE, year: 2025 }, parent };
  expect(issuedOrder(dispatcher, draft)).toMatchObject({ parentId: 'o', deadline: '2027-07-01' });
});

const item = { kind: 'MINUTES_ITEM', id: 'i', state: 'ISSUED', meetingKind: 'JOINT' } as const;
const delegation = { ...SOURCE, kind: 'DELEGATION', state: 'DEPLOYED', centers: ['HEALTH'] } as const;

test.each<[string, OrderDraft['source'], object]>([
  ['an item of minutes', item, { minutesItemId: 'i', keyPointId: null }],
  ['a delegation', delegation, { delegationId: 'k', keyPointId: null }],
])('an order can come from %s', (_, source, values) => {
  expect(issuedOrder(dispatcher, { ...DRAFT, source })).toMatchObject(values);
});

test.each<[string, string, Partial<OrderDraft>, string]>([
  ['by a center head', 'CENTER_HEAD', {}, 'R09 role'],
  ['by a clerk', 'COMMITTEE_CLERK', {}, 'R11 role'],
  ['after its project', 'DISPATCHER', { deadline: '2027-07-01' }, 'R11 deadline'],
  ['from nothing', 'DISPATCHER', { source: null }, 'R11 keyPointId,delegationId,minutesItemId'],
  [
    'from a weekly meeting',
    'DISPATCHER',
    { source: { ...item, meetingKind: 'WEEKLY' } },
    'R06 minutesItemId',
  ],
  [
    'from a matter that is not decided',
    'DISPATCHER',
    { source: { ...item, matters: [{ title: '选址' }] } },
    'R01 minutesItemId',
  ],
  [
    'from a delegation that is not admitted',
    'DISPATCHER',
    { source: { ...delegation, state: 'APPROVED' } },
    'R10 delegationId',
  ],
  [
    'from a delegation without guidance',
    'DISPATCHER',
    { source: { ...delegation, centers: [] } },
    'R10 centerCode',
  ],
  [
    'from a delegation, by its order',
    'DISPATCHER',
    { source: { ...delegation, state: 'APPROVED', citedBy: 'parentId' } },
    'R10 parentId',
  ],
])('no order is issued %s', (_, role, change, refusal) => {
  expect(() => issuedOrder(actAs(role), { ...DRAFT, ...change })).toThrow(refusal);
});

const ORDER = { id: 'o', state: 'SUBMITTED', version: 4, deadline: '2026-12-31' } as const;

test('a step changes the state, keeps the reason and is told in the history', () => {
  expect(orderTransition(dispatcher, ORDER, 'returnWorkOrder', { reason: '材料不全' })).toEqual({
    values: { state: 'IN_PROGRESS', reason: '材料不全' },
    event: {
      workOrderId: 'o',
      command: 'returnWorkOrder',
      fromState: 'SUBMITTED',
      toState: 'IN_PROGRESS',
      actor: 'DISPATCHER:1',
      role: 'DISPATCHER',
      reason: '材料不全',
      oldDeadline: null,
      newDeadline: null,
    },
  });
});

test('a step without a reason leaves the one before', () => {
  expect(orderTransition(dispatcher, ORDER, 'verifyWorkOrder').values).toEqual({ state: 'VERIFIED' });
});

test('more time is told with both deadlines', () => {
  const order = { ...ORDER, state: 'IN_PROGRESS' } as const;
  const { values, event } = orderTransition(dispatcher, order, 'grantExtension', {
    reason: '天气',
    deadline: '2027-01-15',
  });
  expect(values).toEqual({ state: 'IN_PROGRESS', reason: '天气', deadline: '2027-01-15' });
  expect(event).toMatchObject({ oldDeadline: '2026-12-31', newDeadline: '2027-01-15' });
});

test('another center has the order from its reassignment on', () => {
  const assignee = { centerCode: 'CIVIL_AFFAIRS', responsiblePerson: '李强', responsiblePersonId: null };
  const details = { reason: '职责', assignee };
  expect(
    orderTransition(dispatcher, { ...ORDER, state: 'RETURNED' }, 'reassignWorkOrder', details).values,
  ).toEqual({
    state: 'ISSUED',
    reason: '职责',
    ...assignee,
  });
});

test('a step that the state does not allow is refused', () => {
  expect(() => orderTransition(dispatcher, ORDER, 'acceptWorkOrder')).toThrow('SUBMITTED: acceptWorkOrder');
});

test('the history begins with the dispatch, before which there was nothing', () => {
  const event = orderEvent(actAs('DISPATCHER', NOW), { ...ORDER, state: 'ISSUED' }, 'dispatchWorkOrder');
  expect(event).toMatchObject({ fromState: null, toState: 'ISSUED', oldDeadline: null, reason: null });
});
