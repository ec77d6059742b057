import { remembered } from './remembered';

/**
 * A calendar day in Asia/Shanghai, 'YYYY-MM-DD'. As text two days compare with `<` and `===`, and a day cannot be
 * mistaken for an instant, which belongs to different days in different zones.
 */
export type LocalDay = string;

const TIME_ZONE = 'Asia/Shanghai';
const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const FORM = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;

/** Reads the zone's wall clock. The zone had summer time from 1986 to 1991, so a fixed offset would not do. */
const WALL_CLOCK = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/**
 * The day it is in Asia/Shanghai at this instant.
 *
 * @throws RangeError for an invalid date
 */
export function localDay(instant: Date): LocalDay {
  return dayAt(wallClock(instant));
}

/** True if a text is a day of the calendar: '2026-02-29' is not. */
export function isLocalDay(text: string): boolean {
  return FORM.test(text) && midnightOf(text) !== undefined;
}

/** The day so many days later, or earlier for a negative number. */
export function addDays(day: LocalDay, days: number): LocalDay {
  return dayAt(midnightUtc(day) + days * DAY_MS);
}

/** Number of days from `from` to `to`. Negative when `to` is earlier. */
export function daysBetween(from: LocalDay, to: LocalDay): number {
  return Math.round((midnightUtc(to) - midnightUtc(from)) / DAY_MS);
}

/** ISO weekday: Monday 1 to Sunday 7. */
export function weekdayOf(day: LocalDay): number {
  return new Date(midnightUtc(day)).getUTCDay() || 7;
}

/** The instant at which a day begins in Asia/Shanghai; it ends where the next one begins. */
export function startOfDay(day: LocalDay): Date {
  const midnight = midnightUtc(day);
  const guess = new Date(midnight - 8 * HOUR_MS);
  return new Date(guess.getTime() + (midnight - wallClock(guess)));
}

/** Wall clock of the zone, as if it were UTC, in milliseconds. */
function wallClock(instant: Date): number {
  const time = instant.getTime();
  // Since 1970 the zone's clocks were changed on the hour.
  return time >= 0 ? time + offsetIn(Math.floor(time / HOUR_MS)) : readClock(instant);
}

/** How far the wall clock is ahead of UTC in an hour, counted from 1970. */
const offsetIn = remembered((hour: number) => readClock(new Date(hour * HOUR_MS)) - hour * HOUR_MS);

function readClock(instant: Date): number {
  const parts = Object.fromEntries(
    WALL_CLOCK.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  ) as Partial<Record<Intl.DateTimeFormatPartTypes, number>>;
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function midnightUtc(day: LocalDay): number {
  const midnight = FORM.test(day) ? midnightOf(day) : undefined;
  if (midnight !== undefined) return midnight;
  throw new RangeError(`“${day}” is not a day of the calendar (YYYY-MM-DD)`);
}

/** Undefined for a text of the form that is no day of the calendar. */
const midnightOf = remembered((text: string) => {
  const midnight = Date.parse(`${text}T00:00:00Z`);
  return new Date(midnight).getUTCDate() === Number(text.slice(-2)) ? midnight : undefined;
});

const dayOf = remembered((day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10));

/** The day in which a moment of UTC lies. */
function dayAt(utc: number): LocalDay {
  return dayOf(Math.floor(utc / DAY_MS));
}
