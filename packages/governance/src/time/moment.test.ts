import { precedes, type Moment } from './moment';

const EVENING = new Date('2026-11-17T15:59:00Z'); // 23:59 on the 17th in Asia/Shanghai
const MIDNIGHT = new Date('2026-11-17T16:00:00Z'); // 00:00 on the 18th

test.each<[Moment, Moment, boolean]>([
  [EVENING, MIDNIGHT, true],
  [MIDNIGHT, EVENING, false],
  [EVENING, EVENING, false],
  ['2026-11-17', '2026-11-18', true],
  ['2026-11-18', '2026-11-18', true],
  ['2026-11-19', '2026-11-18', false],
  ['2026-11-17', EVENING, true],
  ['2026-11-18', EVENING, false],
  ['2026-11-18', MIDNIGHT, true],
  [MIDNIGHT, '2026-11-18', true],
  [MIDNIGHT, '2026-11-17', false],
  [new Date(Number.NaN), MIDNIGHT, false],
  [EVENING, new Date(Number.NaN), false],
  [new Date(Number.NaN), '2026-11-18', false],
  ['yesterday', '2026-11-18', false],
  ['2026-11-17', '', false],
])('%s precedes %s: %j', (earlier, later, expected) => {
  expect(precedes(earlier, later)).toBe(expected);
});
