import { actAs, NOW } from '../../test-support/act';
import { lapsedReturn, reassignedOrder, refusedReturn, requestedReturn } from './return-request';

const [head, dispatcher] = [actAs('CENTER_HEAD'), actAs('DISPATCHER')];
const ORDER = { state: 'ACCEPTED', centerCode: 'HEALTH', responsiblePerson: '王敏' } as const;
const REQUEST = { state: 'PENDING', version: 1 } as const;
const TO = {
  centerCode: 'CIVIL_AFFAIRS',
  name: '街道事务处理服务中心',
  responsiblePerson: '李强',
  reason: '属民政职责',
  source: { kind: 'KEY_POINT', id: 'k' },
  isPart: false,
  taken: new Set(['HEALTH']),
} as const;

test('a request keeps who has the order, and in which state', () => {
  expect(requestedReturn(head, ORDER, '不属本中心职责')).toEqual({
    state: 'PENDING',
    reason: '不属本中心职责',
    orderState: 'ACCEPTED',
    centerCode: 'HEALTH',
    responsiblePerson: '王敏',
    applicant: 'CENTER_HEAD:1',
    newCenterCode: null,
    newResponsiblePerson: null,
    answer: null,
    decidedAt: null,
    decidedBy: null,
  });
});

test('the order goes to a person of the register, who works in the new center', () => {
  const registered = { id: 'p-1', name: '李强', isInPost: true };
  expect(reassignedOrder(dispatcher, REQUEST, { ...TO, responsiblePerson: '', registered }).assignee).toEqual(
    {
      centerCode: 'CIVIL_AFFAIRS',
      responsiblePerson: '李强',
      responsiblePersonId: 'p-1',
    },
  );
  const elsewhere = { ...registered, isInPost: false };
  expect(() => reassignedOrder(dispatcher, REQUEST, { ...TO, registered: elsewhere })).toThrow(
    'R11 responsiblePersonId',
  );
});

test('the order goes to another center with another person, and the request says so', () => {
  expect(reassignedOrder(dispatcher, REQUEST, TO)).toEqual({
    assignee: { centerCode: 'CIVIL_AFFAIRS', responsiblePerson: '李强', responsiblePersonId: null },
    decision: {
      state: 'REASSIGNED',
      answer: '属民政职责',
      decidedAt: NOW,
      decidedBy: 'DISPATCHER:1',
      newCenterCode: 'CIVIL_AFFAIRS',
      newResponsiblePerson: '李强',
    },
  });
});

test.each([
  [
    'to the center that has it',
    { taken: new Set(['CIVIL_AFFAIRS']) },
    'input.centerCode: 街道事务处理服务中心已承办',
  ],
  ['to no center', { centerCode: null }, 'R11 centerCode'],
  ['without a person', { responsiblePerson: '' }, 'R11 responsiblePerson'],
  [
    'to a center that its source does not name',
    { source: { kind: 'DELEGATION', id: 'd', centers: ['HEALTH'] } as const },
    'R11 centerCode',
  ],
])('no order is reassigned %s', (_, change, refusal) => {
  expect(() => reassignedOrder(dispatcher, REQUEST, { ...TO, ...change })).toThrow(refusal);
});

test('a center does not reassign an order itself', () => {
  expect(() => reassignedOrder(head, REQUEST, TO)).toThrow('R11 role');
});

test('a request is refused with a reason, or lapses, once', () => {
  expect(refusedReturn(dispatcher, REQUEST, '属本中心')).toMatchObject({
    state: 'REFUSED',
    answer: '属本中心',
  });
  expect(lapsedReturn(dispatcher, REQUEST, 'cancelWorkOrder')).toMatchObject({
    state: 'LAPSED',
    answer: null,
  });
  expect(() => refusedReturn(dispatcher, { state: 'REASSIGNED', version: 2 }, 'x')).toThrow('refuseReturn');
});
