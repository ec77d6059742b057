import { REMOVED_COLUMN } from '@mtg/dataset-query';
import type { DatasetType } from '@mtg/datasets';
import type { ExportRequest, HeaderNames } from '../request/parameters';

/** A column of a file. */
export interface FileColumn {
  readonly name: string;
  readonly sql: DatasetType;
  readonly zh: string;
  readonly en: string;
  readonly unit?: string;
  /** True if no row lacks it: all others are absent in rows that were removed, or in streets that do not have them yet. */
  readonly isSure: boolean;
}

const SURE: ReadonlySet<string> = new Set(['street', 'id', 'position']);

const REMOVED: FileColumn = {
  name: REMOVED_COLUMN,
  sql: 'boolean',
  zh: '已移除',
  en: 'Removed',
  isSure: true,
};

/** The columns of a file, in order. A file of changes ends with `removed`. */
export function fileColumns({
  select,
  since,
}: Pick<ExportRequest, 'select' | 'since'>): readonly FileColumn[] {
  const columns = select.map((column): FileColumn => {
    const { name, sql, zh, en, unit } = column;
    return { name, sql, zh, en, ...(unit !== undefined && { unit }), isSure: SURE.has(name) };
  });
  return since === undefined ? columns : [...columns, REMOVED];
}

/** The columns' names as the header asks for them. */
export const headerOf = (columns: readonly FileColumn[], header: HeaderNames): readonly string[] =>
  columns.map((column) => column[header]);
