import { isLocalDay, localDay, type LocalDay } from './local-day';

/** When something was done: at an instant, or on a day where only the day is known, as on a document. */
export type Moment = Date | LocalDay;

/**
 * True if one thing was done before another: two instants strictly; where one side is a day only, the same day
 * passes, since a day does not say more. What is not a moment precedes nothing.
 */
export function precedes(earlier: Moment, later: Moment): boolean {
  if (earlier instanceof Date && later instanceof Date) {
    return earlier.getTime() < later.getTime();
  }
  const [first, second] = [dayOf(earlier), dayOf(later)];
  return first !== undefined && second !== undefined && first <= second;
}

function dayOf(moment: Moment): LocalDay | undefined {
  if (moment instanceof Date) {
    return Number.isNaN(moment.getTime()) ? undefined : localDay(moment);
  }
  return isLocalDay(moment) ? moment : undefined;
}
