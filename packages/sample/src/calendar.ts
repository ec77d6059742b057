import { addDays, startOfDay, weekdayOf, type LocalDay } from '@mtg/governance';

const MINUTE_MS = 60_000;
const starts = new Map<LocalDay, number>();

/** A moment of a day by the clock of Asia/Shanghai, e.g. 14.5 for half past two. */
export function at(day: LocalDay, hour: number): Date {
  let start = starts.get(day);
  if (start === undefined) {
    start = startOfDay(day).getTime();
    starts.set(day, start);
  }
  return new Date(start + Math.round(hour * 60) * MINUTE_MS);
}

export const mondayOf = (day: LocalDay): LocalDay => addDays(day, 1 - weekdayOf(day));

/** The last workday before a day. */
export const workdayBefore = (day: LocalDay): LocalDay => {
  const before = addDays(day, -1);
  return addDays(before, Math.min(0, 5 - weekdayOf(before)));
};

/** The day itself, or the Monday after it. */
export const workday = (day: LocalDay): LocalDay => {
  const weekday = weekdayOf(day);
  return weekday > 5 ? addDays(day, 8 - weekday) : day;
};
