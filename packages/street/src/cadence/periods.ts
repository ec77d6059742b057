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

/** Days before today in which periods are looked at where a street is not judged, or only since later. */
const RECENT_DAYS = 56;
/** Days that are looked back at most: what was judged before stays as it is. */
const MOST_DAYS = 3 * 366;

/** Periods that are looked at, those that contain today included, oldest first. */
export interface Periods {
  readonly weeks: readonly IsoWeek[];
  readonly months: readonly Month[];
  readonly quarters: readonly Quarter[];
  readonly years: readonly Year[];
  /** First day of the oldest. */
  readonly first: LocalDay;
}

/** First day of the periods that are recent: a period that contains it is. */
export const recentDay = (today: LocalDay): LocalDay => addDays(today, -RECENT_DAYS);

/** @param since the day from which the street is judged; undefined where none is set */
export function periodsFor(today: LocalDay, since: LocalDay | undefined): Periods {
  const recent = recentDay(today);
  const earliest = addDays(today, -MOST_DAYS);
  const wanted = since === undefined || since > recent ? recent : since;
  const from = wanted < earliest ? earliest : wanted;
  const years = through(from, today, yearOf);
  return {
    weeks: through(from, today, isoWeekOf),
    months: through(from, today, monthOf),
    quarters: through(from, today, quarterOf),
    years,
    first: daysOf(years[0] ?? yearOf(from))?.first ?? from,
  };
}

function through(from: LocalDay, today: LocalDay, periodOf: (day: LocalDay) => Period): readonly Period[] {
  const periods: Period[] = [];
  let day = from;
  while (day <= today) {
    const period = periodOf(day);
    periods.push(period);
    day = addDays(daysOf(period)?.last ?? day, 1);
  }
  return periods;
}
