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
