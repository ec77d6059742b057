import { documentNumber, MEETING_SERIES, runningNumber, yearOfMeetingNumber, yearOfNumber } from './numbers';

test.each([
  ['', false, 'DAYU-2026-0007'],
  ['P', false, 'DAYU-P-2026-0007'],
  ['', true, '样例DAYU-2026-0007'],
])('a running number of the series %j (sample: %s) is %s', (series, sample, number) => {
  expect(runningNumber('DAYU', { series, year: 2026, ordinal: 7, sample })).toBe(number);
});

test.each([
  [MEETING_SERIES.WEEKLY, false, '大峪周例〔2026〕第47号'],
  ['布置', true, '样例大峪布置〔2026〕第47号'],
])('a document of the series %s (sample: %s) is %s', (series, sample, number) => {
  expect(documentNumber('大峪街道', { series, year: 2026, ordinal: 47, sample })).toBe(number);
});

test('a number is of the year in Asia/Shanghai', () => {
  expect(yearOfNumber(new Date('2026-12-31T15:59:59Z'))).toBe(2026);
  expect(yearOfNumber(new Date('2026-12-31T16:00:00Z'))).toBe(2027);
});

test('a meeting is numbered in the year of its convocation, or of an earlier plan', () => {
  const yearOf = (convokedAt: string, scheduledAt: string) =>
    yearOfMeetingNumber(new Date(convokedAt), new Date(scheduledAt));
  expect(yearOf('2026-12-31T04:00:00Z', '2027-01-04T01:00:00Z')).toBe(2026);
  expect(yearOf('2027-01-04T01:00:00Z', '2026-12-31T15:59:59Z')).toBe(2026);
  expect(yearOf('2027-01-04T01:00:00Z', '2026-12-31T16:00:00Z')).toBe(2027);
});
