import {
  isWorkingDay,
  lastWorkingDay,
  lastWorkingWeek,
  overdueBefore,
  PLAIN_WEEKS,
  unknownHolidays,
  workCalendarOf,
  workingDaysOf,
} from './work-calendar';

/** The spring festival of 2022 began on the last day of January, and the weekend before was worked. */
const FESTIVAL = workCalendarOf([
  ...['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04'].map(
    (day) => [day, 'HOLIDAY'] as const,
  ),
  ...['2022-01-29', '2022-01-30'].map((day) => [day, 'WORKED'] as const),
]);

test.each([
  ['2026-11-30', true],
  ['2026-11-28', false],
])('%s is worked: %s', (day, worked) => {
  expect(isWorkingDay(day, PLAIN_WEEKS)).toBe(worked);
});

test.each([
  ['a month that ends on a Monday', '2026-11', '2026-11-30', '2026-W49'],
  ['one that ends on a Sunday', '2026-05', '2026-05-29', '2026-W22'],
  ['the last of a year', '2026-12', '2026-12-31', '2026-W53'],
  ['a leap day', '2024-02', '2024-02-29', '2024-W09'],
])('%s', (_, month, day, week) => {
  expect(lastWorkingDay(month, PLAIN_WEEKS)).toBe(day);
  expect(lastWorkingWeek(month, PLAIN_WEEKS)).toBe(week);
});

test('a week that has only holidays left in the month is not its last working week', () => {
  expect(lastWorkingWeek('2022-01', PLAIN_WEEKS)).toBe('2022-W05');
  expect(lastWorkingWeek('2022-01', FESTIVAL)).toBe('2022-W04');
  expect(lastWorkingDay('2022-01', FESTIVAL)).toBe('2022-01-30');
});

test('text that is no month has none', () => {
  expect(lastWorkingDay('2026-13', PLAIN_WEEKS)).toBeUndefined();
});

test('the working days of a week, make-up days included', () => {
  expect(workingDaysOf('2022-W04', FESTIVAL)).toHaveLength(7);
  expect(workingDaysOf('2022-W05', FESTIVAL)).toEqual([]);
  expect(workingDaysOf('2022-W05', PLAIN_WEEKS)).toHaveLength(5);
  expect(workingDaysOf('2022-W54', FESTIVAL)).toEqual([]);
});

test.each([
  ['by calendar days, a deadline has passed on the next day', '2022-01-31', undefined, '2022-01-31'],
  ['on the last day off, deadlines within the days off have not', '2022-02-06', FESTIVAL, '2022-01-31'],
  ['nor on the first working day after them', '2022-02-07', FESTIVAL, '2022-01-31'],
  ['on the second they have', '2022-02-08', FESTIVAL, '2022-02-08'],
  ['on a Monday of plain weeks, those of the weekend have not', '2026-11-30', PLAIN_WEEKS, '2026-11-28'],
])('%s', (_, today, calendar, before) => {
  expect(overdueBefore(today, calendar)).toBe(before);
});

test('a year without a holiday is said to be unknown', () => {
  expect(unknownHolidays('2022-W05', FESTIVAL)).toBeUndefined();
  expect(unknownHolidays('2023-01', FESTIVAL)?.zh).toContain('2023年');
  expect(unknownHolidays('2021-W52', FESTIVAL)?.en).toContain('2021');
});
