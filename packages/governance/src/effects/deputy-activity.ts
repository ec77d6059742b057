import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';

/** Records an activity of a deputy or committee member, up to today (R16). */
export function recordedActivity<Activity extends { readonly day: LocalDay }>(
  act: Act,
  activity: Activity,
): Activity {
  if (activity.day > localDay(act.now)) {
    act.requireInput({
      field: 'day',
      message: { zh: '日期不能晚于今天', en: 'The day is in the future. Choose today or earlier' },
    });
  }
  return activity;
}
