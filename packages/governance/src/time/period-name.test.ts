import { periodName } from './period-name';

test.each([
  ['2026-W53', '2026年12月28日至1月3日', '28 December to 3 January 2027'],
  ['2026-W47', '2026年11月16日至11月22日', '16 November to 22 November 2026'],
  ['2026-Q1', '2026年第一季度', 'the first quarter of 2026'],
  ['2026-Q4', '2026年第四季度', 'the fourth quarter of 2026'],
  ['2026-01', '2026年1月', 'January 2026'],
  ['2026', '2026年', '2026'],
  ['2026-W54', '2026-W54', '2026-W54'],
])('%s reads %s', (period, zh, en) => {
  expect(periodName(period)).toEqual({ zh, en });
});
