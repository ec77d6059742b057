import type { Bilingual } from '../bilingual';
import type { CalendarDayKind } from '../vocabulary/calendar-day';
import { addDays, daysBetween, weekdayOf, type LocalDay } from './local-day';
import {
  daysOf,
  isoWeekOf,
  kindOf,
  yearOf,
  type IsoWeek,
  type Month,
  type Period,
  type Year,
} from './period';

/** Days on which the working week differs: holidays, and weekends that are worked instead. */
export interface WorkCalendar {
  readonly holidays: ReadonlySet<LocalDay>;
  readonly workedWeekends: ReadonlySet<LocalDay>;
  /** Years whose holidays are known. In another year Monday to Friday are worked. */
  readonly years: ReadonlySet<Year>;
}

/** Monday to Friday, without holidays. */
export const PLAIN_WEEKS: WorkCalendar = { holidays: new Set(), workedWeekends: new Set(), years: new Set() };

/** The calendar that these days make. A year is known once one of its holidays is. */
export function workCalendarOf(
  days: Iterable<readonly [day: LocalDay, kind: CalendarDayKind]>,
): WorkCalendar {
  const all = [...days];
  const ofKind = (wanted: CalendarDayKind) => all.filter(([, kind]) => kind === wanted).map(([day]) => day);
  const holidays = ofKind('HOLIDAY');
  return {
    holidays: new Set(holidays),
    workedWeekends: new Set(ofKind('WORKED')),
    years: new Set(holidays.map(yearOf)),
  };
}

const FRIDAY = 5;

/** True if a day is worked. */
export const isWorkingDay = (day: LocalDay, { holidays, workedWeekends }: WorkCalendar): boolean =>
  workedWeekends.has(day) || (weekdayOf(day) <= FRIDAY && !holidays.has(day));

/** The working days of a period, in their order; none for text that is no period. */
export function workingDaysOf(period: Period, calendar: WorkCalendar): readonly LocalDay[] {
  const span = daysOf(period);
  if (!span) return [];
  const all = Array.from({ length: daysBetween(span.first, span.last) + 1 }, (_, n) =>
    addDays(span.first, n),
  );
  return all.filter((day) => isWorkingDay(day, calendar));
}

/** The last working day of a month; undefined where it has none, or for text that is no month. */
export const lastWorkingDay = (month: Month, calendar: WorkCalendar): LocalDay | undefined =>
  kindOf(month) === 'MONTH' ? workingDaysOf(month, calendar).at(-1) : undefined;

/** The last ISO week with a working day in a month. */
export function lastWorkingWeek(month: Month, calendar: WorkCalendar): IsoWeek | undefined {
  const day = lastWorkingDay(month, calendar);
  return day === undefined ? undefined : isoWeekOf(day);
}

/** No calendar has more days off in a row. */
const LONGEST_REST = 31;

/**
 * Deadlines before this day have passed. Counted by working days, a deadline on a day off is met on the next working day.
 *
 * @param calendar undefined where a street counts by calendar days
 */
export function overdueBefore(today: LocalDay, calendar: WorkCalendar | undefined): LocalDay {
  if (!calendar) return today;
  let rest = 0;
  while (rest < LONGEST_REST && !isWorkingDay(addDays(today, -rest - 1), calendar)) rest += 1;
  return addDays(today, -rest);
}

/** Says of a period that its holidays are not known; undefined where they are. */
export function unknownHolidays(period: Period, { years }: WorkCalendar): Bilingual | undefined {
  const span = daysOf(period);
  const unknown = span && [span.first, span.last].map(yearOf).find((year) => !years.has(year));
  if (unknown === undefined) return undefined;
  return {
    zh: `区里没有${unknown}年的节假日安排，按周一至周五为工作日计`,
    en: `The district has no holidays of ${unknown}: Monday to Friday count as working days`,
  };
}
