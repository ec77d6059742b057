import { dayNotFuture } from '../checks/day';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';

/** Records an activity of a deputy or committee member, up to today (R16). */
export function recordedActivity<Activity extends { readonly day: LocalDay }>(
  act: Act,
  activity: Activity,
): Activity {
  act.requireInput(dayNotFuture('day', activity.day, localDay(act.now)));
  return activity;
}
