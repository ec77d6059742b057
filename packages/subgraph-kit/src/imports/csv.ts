import { parse } from 'csv-parse/sync';
import { decodeText } from './decode';

/** A line of a CSV file: its values by column name, and where it stands (1 is the header). */
export interface CsvRecord {
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface CsvContent {
  readonly columns: readonly string[];
  readonly records: readonly CsvRecord[];
}

/**
 * Parses CSV with a header line, in UTF-8 (with or without BOM) or GB18030. Values are trimmed; empty lines are
 * skipped; a line with too few or too many values is read as far as it goes and fails the checks of its columns.
 *
 * @throws Error when the bytes are in neither encoding, or the quoting is broken
 */
export function parseCsv(bytes: Uint8Array): CsvContent {
  let columns: readonly string[] = [];
  const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(decodeText(bytes), {
    columns: (header: string[]) => {
      columns = header;
      return header;
    },
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  });
  return { columns, records: rows.map(({ record, info }) => ({ line: info.lines, values: record })) };
}
