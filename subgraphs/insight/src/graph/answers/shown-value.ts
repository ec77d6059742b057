import type { DatasetType } from '@mtg/datasets';

/** A value as answers have it: instants in UTC, to the millisecond, as everywhere in the schema. */
export const shownValue = (sql: DatasetType, value: unknown): unknown =>
  sql === 'timestamptz' && typeof value === 'string' ? new Date(value).toISOString() : value;
