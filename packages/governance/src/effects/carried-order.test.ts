import { actAs } from '../../test-support/act';
import { requireCarriedOrder, requireGuidedCommunities, requireOrderStands } from './carried-order';

const act = actAs('CENTER_HEAD');
const ORDER = {
  number: 'O-1',
  state: 'IN_PROGRESS',
  version: 2,
  centerCode: 'HEALTH',
  names: ['健康服务中心', '文化活动中心'],
} as const;

test('an item carries out an open order of its own center', () => {
  expect(() => requireCarriedOrder(act, 'HEALTH', ORDER)).not.toThrow();
});

test.each([
  ['of another center', { centerCode: 'CULTURE' }, 'input.workOrderId: 派单 O-1 属于健康服务中心'],
  ['that is not accepted', { state: 'ISSUED' }, 'state workOrderId: 派单 O-1 尚未接单'],
  ['that is over', { state: 'CLOSED' }, 'state workOrderId: 派单 O-1 的状态为“已办结”'],
] as const)('it carries out none %s', (_, change, refusal) => {
  expect(() => requireCarriedOrder(act, 'HEALTH', { ...ORDER, ...change })).toThrow(refusal);
});

test('work that is over goes to no community', () => {
  expect(() => requireOrderStands(act, ORDER, 'weeklyItemId')).not.toThrow();
  expect(() => requireOrderStands(act, { ...ORDER, state: 'CANCELLED' }, 'weeklyItemId')).toThrow(
    'state weeklyItemId',
  );
});

test('work of a delegation goes to no community without guidance', () => {
  const work = { communities: [{ code: '1', name: '德露苑社区' }], field: 'communityCodes' };
  const act = actAs('DISPATCHER');
  expect(() => requireGuidedCommunities(act, { ...work, guidedCommunities: ['1'] })).not.toThrow();
  expect(() => requireGuidedCommunities(act, { ...work, guidedCommunities: [] })).toThrow(
    'R10 communityCodes',
  );
});
