import type { DatasetColumn } from '@mtg/datasets';
import { escapeIdentifier } from 'pg';
import type { Binder } from '../bind';

/** Periods that times are grouped by. Weeks begin on Monday. */
export const GRAINS = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;

export type Grain = (typeof GRAINS)[number];

/** SQL of the beginning of the period that a value lies in: a day, or for hours a time without zone. */
export function grainSql(column: DatasetColumn, grain: Grain, timeZone: string, binder: Binder): string {
  const name = escapeIdentifier(column.name);
  const local =
    column.sql === 'date' ? `${name}::timestamp` : `(${name} AT TIME ZONE ${binder.bind(timeZone, 'text')})`;
  const start = `date_trunc('${grain.toLowerCase()}', ${local})`;
  return grain === 'HOUR' ? start : `${start}::date`;
}

/** True for a name that the time zone database has. */
export function isTimeZone(name: string): boolean {
  try {
    return (
      /^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)*$/.test(name) &&
      Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
    );
  } catch {
    return false;
  }
}
