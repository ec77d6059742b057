import { actAs, NOW } from '../../test-support/act';
import { openedSupervision, resolvedSupervision } from './supervision';

test('a supervision is opened of the deadline that was missed', () => {
  expect(openedSupervision({ id: 'o', deadline: '2026-11-17' })).toEqual({
    workOrderId: 'o',
    state: 'OPEN',
    missedDeadline: '2026-11-17',
    resolution: null,
    resolvedAt: null,
    resolvedBy: null,
  });
});

test('it is resolved once, by the actor', () => {
  const dispatcher = actAs('DISPATCHER');
  const resolved = resolvedSupervision(dispatcher, { state: 'OPEN', version: 1 }, '已约谈');
  expect(resolved).toEqual({
    state: 'RESOLVED',
    resolution: '已约谈',
    resolvedAt: NOW,
    resolvedBy: 'DISPATCHER:1',
  });
  expect(() => resolvedSupervision(dispatcher, { state: 'RESOLVED', version: 2 }, null)).toThrow('RESOLVED');
});
