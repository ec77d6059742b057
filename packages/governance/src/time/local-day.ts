/**
 * A calendar day in Asia/Shanghai, 'YYYY-MM-DD'. As text two days compare with `<` and `===`, and a day cannot be
 * mistaken for an instant, which belongs to different days in different zones.
 */
export type LocalDay = string;

const TIME_ZONE = 'Asia/Shanghai';
const DAY_MS = 24 * 60 * 60 * 1000;
const FORM = /^(?<year>\d{4})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])$/u;

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
  return new Date(wallClock(instant)).toISOString().slice(0, 10);
}

/** True if a text is a day of the calendar: '2026-02-29' is not. */
export function isLocalDay(text: string): boolean {
  const parts = FORM.exec(text)?.groups;
  return parts !== undefined && new Date(`${text}T00:00:00Z`).getUTCDate() === Number(parts['day']);
}

/** The day so many days later, or earlier for a negative number. */
export function addDays(day: LocalDay, days: number): LocalDay {
  return new Date(midnightUtc(day) + days * DAY_MS).toISOString().slice(0, 10);
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
  const guess = new Date(midnight - 8 * 60 * 60 * 1000);
  return new Date(guess.getTime() + (midnight - wallClock(guess)));
}

/** Wall clock of the zone, as if it were UTC, in milliseconds. */
function wallClock(instant: Date): number {
  const parts = Object.fromEntries(
    WALL_CLOCK.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  ) as Partial<Record<Intl.DateTimeFormatPartTypes, number>>;
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function midnightUtc(day: LocalDay): number {
  if (!isLocalDay(day)) {
    throw new RangeError(`“${day}” is not a day of the calendar (YYYY-MM-DD)`);
  }
  return Date.parse(`${day}T00:00:00Z`);
}
