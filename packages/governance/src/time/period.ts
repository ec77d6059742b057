import { addDays, isLocalDay, weekdayOf, type LocalDay } from './local-day';

/** A calendar year, '2026'. */
export type Year = string;
/** A calendar quarter, '2026-Q4'. */
export type Quarter = string;
/** A calendar month, '2026-11'. */
export type Month = string;
/** An ISO week, '2026-W47': Monday to Sunday, of the year that holds its Thursday. */
export type IsoWeek = string;
/** A year, quarter, month or week; its form says which. */
export type Period = string;

/** Bounds of the years that rows can be of. */
export const [FIRST_YEAR, LAST_YEAR] = [2000, 2999] as const;

/** Kinds of periods. */
export type PeriodKind = 'YEAR' | 'QUARTER' | 'MONTH' | 'WEEK';

/** First and last day of a period, both within it. */
export interface DaySpan {
  readonly first: LocalDay;
  readonly last: LocalDay;
}

/** Four digits with room for a day before and after. */
const FORM = /^(?<year>(?!9999)[1-9]\d{3})(?:-(?:Q(?<quarter>[1-4])|W(?<week>\d{2})|(?<month>\d{2})))?$/u;

export function yearOf(day: LocalDay): Year {
  return day.slice(0, 4);
}

export function monthOf(day: LocalDay): Month {
  return day.slice(0, 7);
}

export function quarterOf(day: LocalDay): Quarter {
  return `${yearOf(day)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The ISO week of a day. Its year can differ from the day's: 2027-01-03 is in 2026-W53. */
export function isoWeekOf(day: LocalDay): IsoWeek {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const dayOfYear = Math.round(
    (Date.parse(thursday) - Date.parse(`${yearOf(thursday)}-01-01`)) / (24 * 60 * 60 * 1000),
  );
  return `${yearOf(thursday)}-W${pad(Math.floor(dayOfYear / 7) + 1)}`;
}

/** Returns the kind of a period, or `undefined` for other text. */
export function kindOf(period: Period): PeriodKind | undefined {
  if (daysOf(period) === undefined) {
    return undefined;
  }
  if (period.includes('Q')) return 'QUARTER';
  if (period.includes('W')) return 'WEEK';
  return period.length === 4 ? 'YEAR' : 'MONTH';
}

/** First and last day of a period, or `undefined` for a text that is none ('2026-W54', '2026-13', 'Q4'). */
export function daysOf(period: Period): DaySpan | undefined {
  const parts = FORM.exec(period)?.groups;
  if (parts?.['year'] === undefined) {
    return undefined;
  }
  const { year, quarter, week, month } = parts;
  if (week !== undefined) {
    return daysOfWeek(year, Number(week), period);
  }
  const from = quarter ? Number(quarter) * 3 - 2 : Number(month ?? 1);
  const months = quarter ? 3 : month ? 1 : 12;
  const first = `${year}-${pad(from)}-01`;
  return isLocalDay(first) ? { first, last: lastDay(Number(year), from + months - 1) } : undefined;
}

/** True if a period is over: from the day after its last. An unknown period never is. */
export function hasEnded(period: Period, today: LocalDay): boolean {
  const span = daysOf(period);
  return span !== undefined && span.last < today;
}

/** True if a day lies in a period. */
export function isWithin(period: Period, day: LocalDay): boolean {
  const span = daysOf(period);
  return span !== undefined && span.first <= day && day <= span.last;
}

function daysOfWeek(year: string, week: number, period: Period): DaySpan | undefined {
  // 4 January is always in the first week.
  const fourth = `${year}-01-04`;
  const first = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
  return isoWeekOf(first) === period ? { first, last: addDays(first, 6) } : undefined;
}

function lastDay(year: number, month: number): LocalDay {
  // Built from the first of a month and not from day 0, so that years below 100 are not taken for 19xx.
  const next = month === 12 ? `${pad(year + 1, 4)}-01-01` : `${pad(year, 4)}-${pad(month + 1)}-01`;
  return addDays(next, -1);
}

function pad(number: number, width = 2): string {
  return String(number).padStart(width, '0');
}
