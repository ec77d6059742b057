import { actAs } from '../../test-support/act';
import { requireInProgress, requireOpenParent } from './open-order';

const ORDER = { number: 'O-1', state: 'IN_PROGRESS', version: 1, parentId: null } as const;

test('a sub-order is part of an open main order', () => {
  const act = actAs('DISPATCHER');
  expect(() => requireOpenParent(act, ORDER)).not.toThrow();
  expect(() => requireOpenParent(act, { ...ORDER, parentId: 'p' })).toThrow(
    'input.parentId: O-1 本身是协办单',
  );
  expect(() => requireOpenParent(act, { ...ORDER, state: 'CLOSED' })).toThrow(
    'state : 派单 O-1 的状态为“已办结”',
  );
});

test('evidence is attached while the work is going on', () => {
  const act = actAs('CENTER_HEAD');
  expect(() => requireInProgress(act, ORDER)).not.toThrow();
  expect(() => requireInProgress(act, { ...ORDER, state: 'SUBMITTED' })).toThrow('请在办理中附佐证');
});
