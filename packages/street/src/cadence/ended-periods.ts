import {
  addDays,
  daysOf,
  isoWeekOf,
  monthOf,
  quarterOf,
  yearOf,
  type IsoWeek,
  type LocalDay,
  type Month,
  type Period,
  type Quarter,
  type Year,
} from '@mtg/governance';

/** Periods that each check covers. Older findings stay unchanged. */
const WEEKS = 8;
const MONTHS = 12;
const QUARTERS = 4;
const YEARS = 2;

/** Periods that have ended, and those that have begun before today, newest first. */
export interface EndedPeriods {
  readonly weeks: readonly IsoWeek[];
  readonly months: readonly Month[];
  readonly quarters: readonly Quarter[];
  readonly years: readonly Year[];
  readonly begunMonths: readonly Month[];
  readonly begunYears: readonly Year[];
}

/**
 * The periods to look back at.
 *
 * @param since the first day that the street worked with the platform: what it did before was not recorded, so that a
 * period which began before cannot be judged
 */
export const endedPeriods = (today: LocalDay, since: LocalDay): EndedPeriods => ({
  weeks: before(today, since, isoWeekOf, WEEKS),
  months: before(today, since, monthOf, MONTHS),
  quarters: before(today, since, quarterOf, QUARTERS),
  years: before(today, since, yearOf, YEARS),
  begunMonths: begun(today, since, monthOf, MONTHS),
  begunYears: begun(today, since, yearOf, YEARS),
});

type PeriodOf = (day: LocalDay) => Period;

/** The periods that ended before today. */
function before(today: LocalDay, since: LocalDay, periodOf: PeriodOf, most: number): readonly Period[] {
  const first = daysOf(periodOf(today))?.first;
  return first === undefined ? [] : begun(first, since, periodOf, most);
}

/** The periods whose first day lies before a day: that of the day before, and those before it. */
function begun(day: LocalDay, since: LocalDay, periodOf: PeriodOf, most: number): readonly Period[] {
  const periods: Period[] = [];
  let first: LocalDay | undefined = day;
  while (first !== undefined && periods.length < most) {
    const period = periodOf(addDays(first, -1));
    first = daysOf(period)?.first;
    if (first === undefined || first < since) break;
    periods.push(period);
  }
  return periods;
}
