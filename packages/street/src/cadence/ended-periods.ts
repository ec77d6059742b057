import {
  addDays,
  daysOf,
  isoWeekOf,
  quarterOf,
  yearOf,
  type IsoWeek,
  type LocalDay,
  type Period,
  type Quarter,
  type Year,
} from '@mtg/governance';

/** Periods that each check covers. Older findings stay unchanged. */
const WEEKS = 8;
const QUARTERS = 4;
const YEARS = 2;

/** Periods that have ended, newest first. */
export interface EndedPeriods {
  readonly weeks: readonly IsoWeek[];
  readonly quarters: readonly Quarter[];
  readonly years: readonly Year[];
}

/**
 * The periods to look back at.
 *
 * @param since the first day that the street worked with the platform: what it did before was not recorded, so that a
 * period which began before cannot be judged
 */
export const endedPeriods = (today: LocalDay, since: LocalDay): EndedPeriods => ({
  weeks: before(today, since, isoWeekOf, WEEKS),
  quarters: before(today, since, quarterOf, QUARTERS),
  years: before(today, since, yearOf, YEARS),
});

function before(
  today: LocalDay,
  since: LocalDay,
  periodOf: (day: LocalDay) => Period,
  most: number,
): readonly Period[] {
  const periods: Period[] = [];
  let first = daysOf(periodOf(today))?.first;
  while (first !== undefined && periods.length < most) {
    const period = periodOf(addDays(first, -1));
    first = daysOf(period)?.first;
    if (first === undefined || first < since) break;
    periods.push(period);
  }
  return periods;
}
