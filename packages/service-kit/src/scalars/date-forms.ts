/** A day and, if it is given, a time, as people and spreadsheets write it; digits only, so that it may be quoted. */
const WRITTEN =
  /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:[T\s]*(\d{1,2})\s*[:时]\s*(\d{1,2})(?:\s*[:分]\s*(\d{1,2})(?:\.\d+)?)?\s*[分秒]?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;
const RUN_TOGETHER = /^((?:19|2\d)\d\d)(\d\d)(\d\d)$/;

/** A date as it was probably meant. */
export interface MeantDate {
  /** e.g. `2026-01-01` */
  readonly day: string;
  /** e.g. `08:30:00`; undefined when no time was given. */
  readonly time: string | undefined;
  /** e.g. `Z` or `+08:00`; undefined when none was given. */
  readonly offset: string | undefined;
  /** True if the calendar has the day. */
  readonly exists: boolean;
}

/** Reads the intended date from a text that is not ISO 8601. Undefined when it cannot be told. */
export function meantDate(given: string): MeantDate | undefined {
  // A Chinese keyboard writes digits and marks in full width, too.
  const text = given.normalize('NFKC').trim();
  const match = WRITTEN.exec(text) ?? RUN_TOGETHER.exec(text);
  if (!match) return undefined;
  const two = (digits = '0') => digits.padStart(2, '0');
  const [, year = '', month, date, hour, minute, second, offset] = match;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return undefined;
  const day = `${year}-${two(month)}-${two(date)}`;
  return {
    day,
    time: hour === undefined ? undefined : `${two(hour)}:${two(minute)}:${two(second)}`,
    offset: offset?.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2'),
    exists: dayOf(day) !== undefined,
  };
}

/** Midnight in UTC of a day written as `2026-01-01`; undefined when it is written otherwise or the calendar lacks it. */
export function dayOf(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || text.startsWith('0000')) return undefined;
  const midnight = new Date(`${text}T00:00:00.000Z`);
  const isItself = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
  return isItself ? midnight : undefined;
}
