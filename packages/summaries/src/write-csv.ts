import { csvCell } from '@mtg/bi-doors/csv-cell';
import type { SummaryColumn } from './summary-request';

/** Few rows, as RFC 4180 has them. */
export const writeCsv = (
  columns: readonly SummaryColumn[],
  rows: readonly Readonly<Record<string, string | number | boolean | null>>[],
): string =>
  [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ name }) => row[name] ?? ''))]
    .map((cells) => `${cells.map((cell) => csvCell(String(cell))).join(',')}\r\n`)
    .join('');
