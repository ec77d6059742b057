import { dayHappened, dayNotFuture, type Earliest } from '../checks/day';
import type { Maybe } from '../checks/facts';
import { localDay, startOfDay, type LocalDay } from '../time/local-day';
import type { Moment } from '../time/moment';
import type { Act } from './act';

/** The day on which something happened, as an act is told it. */
interface Happened {
  /** Path of the input. */
  readonly field: string;
  /** Today without it. */
  readonly day: Maybe<LocalDay>;
  /** The day of that which it follows, not earlier than which it happened. */
  readonly earliest?: Earliest | undefined;
}

/** The day on which something happened, which counts for rules: the one given, from what it follows to today. */
export function happenedOn(act: Act, { field, day, earliest }: Happened): LocalDay {
  const today = localDay(act.now);
  const on = day ?? today;
  act.requireInput(earliest ? dayHappened(field, on, earliest, today) : dayNotFuture(field, on, today));
  return on;
}

/** The time of what happened on a day: that of the act for today, the beginning of an earlier day. */
export const timeOn = ({ now }: Act, day: LocalDay): Date => (day === localDay(now) ? now : startOfDay(day));

/** The first day of a year, as what something in it follows. */
export const beginningOfYear = (year: number): Earliest => ({
  day: `${year}-01-01`,
  name: { zh: `${year} 年的首日`, en: `the first day of ${year}` },
});

/** When something happened, as rules compare it: the time at which it was recorded, or the day where it was recorded later. */
export const momentOf = (day: LocalDay, recordedAt: Date): Moment =>
  day === localDay(recordedAt) ? recordedAt : day;
