import { csvCell } from '@mtg/bi-doors/csv-cell';
import type { SummaryColumn, SummaryRequest } from './summary-request';

type Value = string | number | boolean | null | readonly string[];

/** A group, by the names of the columns. */
export type Row = Readonly<Record<string, Value>>;

const BYTE_ORDER_MARK = '\uFEFF';
const FORMULA = /^[=+\-@\t\r]/;

/** Few rows, written as the files of rows are. */
export function writeCsv(
  { header, bom, escapesFormulas }: Pick<SummaryRequest, 'header' | 'bom' | 'escapesFormulas'>,
  columns: readonly SummaryColumn[],
  rows: readonly Row[],
): string {
  const harmless = (text: string): string => (escapesFormulas && FORMULA.test(text) ? `'${text}` : text);
  const cell = (value: Value): string => {
    if (value === null) return '';
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    const text = typeof value === 'string' ? value : value.join('; ');
    // Absent is what has no quotes.
    return text === '' ? '""' : csvCell(harmless(text));
  };
  const lines = [
    columns.map((column) => csvCell(column[header])),
    ...rows.map((row) => columns.map(({ name }) => cell(row[name] ?? null))),
  ];
  return `${bom ? BYTE_ORDER_MARK : ''}${lines.map((cells) => `${cells.join(',')}\n`).join('')}`;
}
