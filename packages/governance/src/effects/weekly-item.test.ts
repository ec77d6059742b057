import { actAs, NOW } from '../../test-support/act';
import { decidedItem, proposedItem } from './weekly-item';

const open = { kind: 'WEEKLY', state: 'OPEN', version: 1 };

test('an item is proposed to a weekly meeting, and undecided', () => {
  const proposed = proposedItem(actAs('CENTER_HEAD'), { ...open, state: 'CONVOKED' });
  expect(proposed).toEqual({ state: 'PROPOSED', decidedAt: null, remark: null });
});

test.each(['PASSED', 'NOT_PASSED'] as const)('the open meeting decides that it is %s', (outcome) => {
  const item = { state: 'PROPOSED', version: 1 } as const;
  expect(decidedItem(actAs('DISPATCHER'), item, open, { outcome, remark: '再议' })).toEqual({
    state: outcome,
    decidedAt: NOW,
    remark: '再议',
  });
});

test('no item is proposed to another meeting, nor decided before or after its own', () => {
  const act = actAs('DISPATCHER');
  const item = { state: 'PROPOSED', version: 1 } as const;
  const passed = { outcome: 'PASSED', remark: null } as const;
  expect(() => proposedItem(act, { ...open, kind: 'JOINT' })).toThrow('R22 meetingId');
  expect(() => proposedItem(act, { ...open, state: 'CLOSED' })).toThrow('state meetingId: 周例会已闭会');
  expect(() => decidedItem(act, item, { ...open, state: 'CLOSED' }, passed)).toThrow('R22 weeklyItemId');
  expect(() => decidedItem(act, { ...item, state: 'PASSED' }, open, passed)).toThrow('PASSED');
});
