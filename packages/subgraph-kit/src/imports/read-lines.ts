import { findDuplicates } from '@mtg/governance';
import { parseCsv, type CsvRecord } from '../csv/csv';
import { problemsOfCells } from './cells';
import { findColumns, type ImportColumn } from './columns';
import { refuse, type LineProblem } from './line-problem';

/** A row with the line that states it. */
interface ReadLine<Row> {
  readonly line: number;
  readonly row: Row;
}

/** The rows that a file states, and what is wrong with its lines. */
export interface ReadLines<Row> {
  readonly rows: ReadLine<Row>[];
  readonly problems: LineProblem[];
}

/**
 * The lines of a file by the names of the columns.
 *
 * @throws UnreadableFile; ImportRefused when the header lacks a column, or has one twice
 */
export function readLines(bytes: Uint8Array, columns: readonly ImportColumn[]): readonly CsvRecord[] {
  const { records, problems } = findColumns(parseCsv(bytes), columns);
  refuse(problems);
  return records;
}

/**
 * Reads a file and checks the texts of each line by themselves.
 *
 * @param toRow turns a line into a row, or says what is wrong with it
 * @throws UnreadableFile; ImportRefused when the header lacks a column, or has one twice
 */
export function readLinesAs<Row extends object>(
  bytes: Uint8Array,
  columns: readonly ImportColumn[],
  toRow: (record: CsvRecord) => Row | readonly LineProblem[],
): ReadLines<Row> {
  const problems: LineProblem[] = [];
  const rows: ReadLine<Row>[] = [];
  for (const record of readLines(bytes, columns)) {
    const wrong = [...surplusValues(record, columns), ...problemsOfCells(record, columns)];
    const result = toRow(record);
    if (!Array.isArray(result)) {
      // A row is no list.
      rows.push({ line: record.line, row: result as Row });
    } else {
      // What is wrong with a text by itself explains what else is wrong with its column.
      const explained = new Set(wrong.map(({ column }) => column));
      wrong.push(...(result as readonly LineProblem[]).filter(({ column }) => !explained.has(column)));
    }
    problems.push(...wrong);
  }
  return { rows, problems };
}

const surplusValues = ({ line, surplus }: CsvRecord, columns: readonly ImportColumn[]): LineProblem[] =>
  surplus.length === 0
    ? []
    : [
        {
          line,
          column: columns.at(-1)?.name ?? '',
          reason: `此行比表头多出“${surplus.join(',')}”；值中含有逗号的，请加双引号 · more values than columns: "${surplus.join(',')}". Put double quotes around a value that contains a comma`,
        },
      ];

/**
 * Lines that state what a line before them states.
 *
 * @param nameOf what a row is told apart by, in words
 */
export function doubled<Row>(
  rows: readonly ReadLine<Row>[],
  nameOf: (row: Row) => string,
  column: string,
): LineProblem[] {
  return findDuplicates(rows.map(({ row }) => nameOf(row))).flatMap(({ code, positions }) => {
    const [first, ...others] = positions.map((position) => rows[position]?.line ?? 0);
    return others.map((line) => ({
      line,
      column,
      reason: `${code} 与第 ${String(first)} 行重复，请删去一行 · ${code} duplicates line ${String(first)}. Remove one of them`,
    }));
  });
}
