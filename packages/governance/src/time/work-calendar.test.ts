import { isWorkingDay, lastWorkingDay, lastWorkingWeek, PLAIN_WEEKS } from './work-calendar';

/** The spring festival of 2022 began on the last day of January, and the weekend before was worked. */
const FESTIVAL = {
  holidays: ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04'],
  workedWeekends: ['2022-01-29', '2022-01-30'],
};

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
