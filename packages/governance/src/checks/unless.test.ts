import { findingOn, unless } from './unless';

test('a finding is made unless what is asked for holds', () => {
  const check = (role: string) => [...unless(role === 'DISPATCHER', () => 'role')];
  expect(check('DISPATCHER')).toEqual([]);
  expect(check('CENTER_HEAD')).toEqual(['role']);
});

test('a finding is made on a problem, where there is one', () => {
  expect(findingOn(undefined, (problem: string) => problem)).toEqual([]);
  expect(findingOn('没有目标', (problem) => `${problem}。请填写。`)).toEqual(['没有目标。请填写。']);
});
