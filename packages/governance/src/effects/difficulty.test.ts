import { actAs } from '../../test-support/act';
import {
  isOpenOn,
  raisedDifficulty,
  reassignedDifficulty,
  solvedDifficulty,
  updatedDifficulty,
} from './difficulty';

const head = actAs('CENTER_HEAD');
const OPEN = { state: 'OPEN', version: 1, centerCode: 'HEALTH', raisedOn: '2026-10-30' } as const;
const SOLVED = { ...OPEN, state: 'SOLVED' } as const;
const SOLUTION = { solution: '增派两人', solvedOn: '2026-11-16' };
const NOTHING = { progress: null, responsiblePerson: null };

test('a difficulty is reported, updated, handed on and solved', () => {
  const draft = { content: '人手不足', responsiblePerson: '王敏' };
  expect(raisedDifficulty(draft, '2026-10-30')).toMatchObject({
    ...draft,
    state: 'OPEN',
    raisedOn: '2026-10-30',
    solvedOn: null,
  });
  expect(updatedDifficulty(head, OPEN, { ...NOTHING, progress: '已商编办' })).toEqual({
    state: 'OPEN',
    progress: '已商编办',
  });
  const to = { centerCode: 'CIVIL_AFFAIRS', responsiblePerson: null };
  expect(reassignedDifficulty(head, OPEN, to, '街道事务处理服务中心')).toEqual({ state: 'OPEN', ...to });
  expect(solvedDifficulty(head, OPEN, SOLUTION)).toEqual({
    state: 'SOLVED',
    ...SOLUTION,
    solvedAt: head.now,
    solvedBy: head.actor.subject,
  });
});

test('an update says something, and a difficulty goes to another center', () => {
  expect(() => updatedDifficulty(head, OPEN, NOTHING)).toThrow('input.progress');
  const same = { centerCode: 'HEALTH', responsiblePerson: null };
  expect(() => reassignedDifficulty(head, OPEN, same, '街道健康服务中心')).toThrow(
    'input.centerCode: 该困难与问题已由街道健康服务中心负责',
  );
});

test('what is solved stays solved', () => {
  expect(() => solvedDifficulty(head, SOLVED, SOLUTION)).toThrow('difficulty SOLVED');
  expect(() => updatedDifficulty(head, SOLVED, { ...NOTHING, progress: 'x' })).toThrow('difficulty SOLVED');
  expect(() => solvedDifficulty(head, OPEN, { ...SOLUTION, solvedOn: '2026-11-19' })).toThrow('R20 solvedOn');
});

test.each([
  ['before it was reported', '2026-10-29', false],
  ['on the day of its report', '2026-10-30', true],
  ['on the day of its solution', '2026-11-16', true],
  ['after its solution', '2026-11-17', false],
])('it is open, or not, %s', (_, day, open) => {
  expect(isOpenOn({ raisedOn: '2026-10-30', solvedOn: '2026-11-16' }, day)).toBe(open);
  expect(isOpenOn({ raisedOn: '2026-10-30', solvedOn: null }, '2027-10-30')).toBe(true);
});
