import { actAs } from '../../test-support/act';
import { issuedNotice } from './annual-notice';

const clerk = actAs('COMMITTEE_CLERK');
const NOTICE = { year: 2026, title: '年度通报', content: '完成情况' };
const JOINT = { kind: 'JOINT', number: '大峪联席〔2026〕第1号', heldOn: '2026-11-10' } as const;

test('a notice is of the day, at a joint meeting or without one', () => {
  expect(issuedNotice(clerk, NOTICE, null)).toEqual({ ...NOTICE, issuedOn: '2026-11-18' });
  expect(issuedNotice(clerk, NOTICE, JOINT)).toEqual({ ...NOTICE, issuedOn: '2026-11-18' });
});

test('the year has begun', () => {
  expect(() => issuedNotice(clerk, { ...NOTICE, year: 2027 }, null)).toThrow('input.year: 2027 年还没有到');
});

test.each([
  ['of another kind', { kind: 'WEEKLY' }, '不是联席会议'],
  ['not held', { heldOn: null }, '没有召开'],
] as const)('no notice is given at a meeting %s', (_, change, refusal) => {
  expect(() => issuedNotice(clerk, NOTICE, { ...JOINT, ...change })).toThrow(refusal);
});

test('it may be recorded later, from its meeting or the beginning of its year on', () => {
  const on = (issuedOn: string, meeting: typeof JOINT | null, year = 2026) =>
    issuedNotice(clerk, { ...NOTICE, year, issuedOn }, meeting).issuedOn;
  expect(on('2026-11-10', JOINT)).toBe('2026-11-10');
  expect(() => on('2026-11-09', JOINT)).toThrow(
    'input.issuedOn: 2026-11-09 早于会议大峪联席〔2026〕第1号召开的',
  );
  expect(on('2026-01-01', null)).toBe('2026-01-01');
  expect(() => on('2025-12-31', null)).toThrow('input.issuedOn: 2025-12-31 早于2026 年的首日');
  expect(() => on('2026-11-19', null)).toThrow('input.issuedOn: 2026-11-19 晚于今天');
  // A meeting before the year gives no leave to tell of it before it began.
  expect(() => on('2025-12-30', { ...JOINT, heldOn: '2025-12-29' } as never)).toThrow('早于2026 年的首日');
  expect(on('2025-06-30', null, 2025)).toBe('2025-06-30');
});
