/** Part of a dataset that is one file: the rows of a street that were created in a month. */
export interface Partition {
  /** Null for the file that stands for a dataset without rows, so that readers find its columns. */
  readonly street: string | null;
  /** `2026-03` in Beijing time; null for datasets without a time of creation. */
  readonly month: string | null;
}

/** Hive's name for null, which every engine knows. */
const NULL = '__HIVE_DEFAULT_PARTITION__';

/** Path of the file of a partition. It stays the same, so that readers by a pattern see each row once at any time. */
export const pathOf = (dataset: string, { street, month }: Partition): string =>
  `dataset=${dataset}/street=${street ?? NULL}/month=${month ?? NULL}/part-0.parquet`;

/** Path of the file without rows that a dataset has while it has no other. */
export const emptyPathOf = (dataset: string): string => pathOf(dataset, { street: null, month: null });

/** A partition by the path of its file. */
export function partitionOf(path: string): Partition {
  const [, street = '', month = ''] = /\/street=([^/]+)\/month=([^/]+)\//.exec(path) ?? [];
  return { street: street === NULL ? null : street, month: month === NULL ? null : month };
}

/** The condition that its rows meet, as the export takes it. */
export function filterOf({ street, month }: Partition): string {
  const ofStreet = `street eq '${street ?? ''}'`;
  if (month === null) return ofStreet;
  return `${ofStreet} and created_at ge ${startOf(month)} and created_at lt ${startOf(nextMonth(month))}`;
}

const startOf = (month: string): string => `${month}-01T00:00:00+08:00`;

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
