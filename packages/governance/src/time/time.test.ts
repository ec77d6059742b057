import { fixedClock, systemClock } from './clock';
import { addDays, daysBetween, isLocalDay, localDay, startOfDay, weekdayOf } from './local-day';
import { daysOf, hasEnded, isoWeekOf, isWithin, kindOf, monthOf, quarterOf, yearOf } from './period';

test.each([
  ['2026-11-17T15:59:59.999Z', '2026-11-17'],
  ['2026-11-17T16:00:00.000Z', '2026-11-18'],
  ['2026-12-31T15:59:59Z', '2026-12-31'],
  ['2026-12-31T16:00:00Z', '2027-01-01'],
  ['2028-02-28T16:00:00Z', '2028-02-29'],
  ['2026-01-01T00:00:00+08:00', '2026-01-01'],
  // Summer time of 1986 to 1991: UTC+9, so that the day changes at 15:00Z.
  ['1990-07-01T15:00:00Z', '1990-07-02'],
  ['1990-07-01T14:59:59Z', '1990-07-01'],
  ['1990-12-01T15:00:00Z', '1990-12-01'],
])('at %s it is %s in Asia/Shanghai', (instant, day) => {
  expect(localDay(new Date(instant))).toBe(day);
});

test.each([
  ['2026-11-18', '2026-11-17T16:00:00.000Z'],
  ['2027-01-01', '2026-12-31T16:00:00.000Z'],
  ['1990-07-02', '1990-07-01T15:00:00.000Z'],
])('%s begins at %s', (day, instant) => {
  expect(startOfDay(day).toISOString()).toBe(instant);
  expect(localDay(startOfDay(day))).toBe(day);
  expect(localDay(new Date(startOfDay(day).getTime() - 1))).toBe(addDays(day, -1));
});

test.each([
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2028-02-29', true],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-01', false],
  ['2026-1-1', false],
  ['2026-11-18T00:00:00Z', false],
  ['２０２６-11-18', false],
  ['', false],
])('isLocalDay(%j) is %j', (text, expected) => {
  expect(isLocalDay(text)).toBe(expected);
});

test.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2026-11-18', 0, '2026-11-18'],
  ['1990-04-14', 2, '1990-04-16'],
])('%s and %i days is %s', (day, days, expected) => {
  expect(addDays(day, days)).toBe(expected);
  expect(daysBetween(day, expected)).toBe(days);
});

test('what is not a day cannot be counted with', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  expect(() => localDay(new Date(Number.NaN))).toThrow(RangeError);
});

test.each([
  ['2025-12-28', '2025-W52', 7],
  ['2025-12-29', '2026-W01', 1],
  ['2026-01-01', '2026-W01', 4],
  ['2026-11-16', '2026-W47', 1],
  ['2026-11-22', '2026-W47', 7],
  ['2026-12-31', '2026-W53', 4],
  ['2027-01-03', '2026-W53', 7],
  ['2027-01-04', '2027-W01', 1],
  ['2021-01-01', '2020-W53', 5],
  ['2023-01-01', '2022-W52', 7],
  ['2024-12-30', '2025-W01', 1],
])('%s is in %s, weekday %i', (day, week, weekday) => {
  expect(isoWeekOf(day)).toBe(week);
  expect(weekdayOf(day)).toBe(weekday);
  expect(isWithin(week, day)).toBe(true);
});

test('every day of forty years is within its own week, month, quarter and year, and weeks follow one another', () => {
  let week = isoWeekOf('1999-12-27');
  for (let day = '1999-12-27'; day < '2040-01-02'; day = addDays(day, 1)) {
    for (const period of [isoWeekOf(day), monthOf(day), quarterOf(day), yearOf(day)]) {
      if (!isWithin(period, day)) throw new Error(`${day} is not within ${period}`);
    }
    const monday = weekdayOf(day) === 1;
    if (!monday && isoWeekOf(day) !== week) throw new Error(`${day} changes the week`);
    week = isoWeekOf(day);
    if (monday && daysOf(week)?.first !== day) throw new Error(`${week} does not begin on ${day}`);
  }
});

test.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-W01', '2025-12-29', '2026-01-04'],
  ['2026-W53', '2026-12-28', '2027-01-03'],
])('%s is from %s to %s, and over from the day after', (period, first, last) => {
  expect(daysOf(period)).toEqual({ first, last });
  expect(kindOf(period)?.[0]).toBe(/[QW]/u.exec(period)?.[0] ?? (period.length > 4 ? 'M' : 'Y'));
  expect([hasEnded(period, last), hasEnded(period, addDays(last, 1))]).toEqual([false, true]);
  expect([isWithin(period, addDays(first, -1)), isWithin(period, first)]).toEqual([false, true]);
  expect([isWithin(period, last), isWithin(period, addDays(last, 1))]).toEqual([true, false]);
});

test.each([
  '2026-W54',
  '2025-W53',
  '2026-W00',
  '0000-W01',
  '9999-12',
  '9999-W52',
  '2026-13',
  '2026-00',
  '2026-Q5',
  '2026-Q0',
  'Q4',
  '26',
  '',
])('%j is no period: never over, nothing within', (period) => {
  expect(daysOf(period)).toBeUndefined();
  expect(kindOf(period)).toBeUndefined();
  expect(hasEnded(period, '2099-01-01')).toBe(false);
  expect(isWithin(period, '2026-01-01')).toBe(false);
});

test('a fixed clock stands still, whatever is done with what it gives', () => {
  const clock = fixedClock('2026-11-18T00:00:00Z');
  clock.now().setFullYear(1999);
  expect(clock.now().toISOString()).toBe('2026-11-18T00:00:00.000Z');
  expect(fixedClock(clock.now()).now()).toEqual(clock.now());
  expect(() => fixedClock('tomorrow')).toThrow(RangeError);
});

test('the system clock goes on', () => {
  const before = Date.now();
  expect(systemClock.now().getTime()).toBeGreaterThanOrEqual(before);
});
