import { addDays, weekdayOf, type LocalDay } from './local-day';
import { daysOf, isoWeekOf, kindOf, type IsoWeek, type Month } from './period';

/** Days on which the working week differs: holidays, and weekends that are worked instead. */
export interface WorkCalendar {
  readonly holidays: readonly LocalDay[];
  readonly workedWeekends: readonly LocalDay[];
}

/** Monday to Friday, without holidays. */
export const PLAIN_WEEKS: WorkCalendar = { holidays: [], workedWeekends: [] };

const FRIDAY = 5;

/** True if a day is worked. */
export const isWorkingDay = (day: LocalDay, { holidays, workedWeekends }: WorkCalendar): boolean =>
  workedWeekends.includes(day) || (weekdayOf(day) <= FRIDAY && !holidays.includes(day));

/** The last working day of a month; undefined where it has none, or for text that is no month. */
export function lastWorkingDay(month: Month, calendar: WorkCalendar): LocalDay | undefined {
  const days = kindOf(month) === 'MONTH' ? daysOf(month) : undefined;
  if (!days) return undefined;
  let day = days.last;
  while (day >= days.first && !isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day >= days.first ? day : undefined;
}

/** The last ISO week with a working day in a month. */
export function lastWorkingWeek(month: Month, calendar: WorkCalendar): IsoWeek | undefined {
  const day = lastWorkingDay(month, calendar);
  return day === undefined ? undefined : isoWeekOf(day);
}
