import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode';
import { findDelimiter } from './delimiter';
import { refuseWorkbook } from './spreadsheet';
import { UnreadableFile } from './unreadable';

/** A line of a CSV file: its values by column name, and where it stands (1 is the header). */
export interface CsvRecord {
  /** Its first line, where a quoted value holds several. */
  readonly line: number;
  readonly values: Readonly<Record<string, string>>;
  /** Values beyond the last column, usually caused by an unquoted comma. */
  readonly surplus: readonly string[];
}

export interface CsvContent {
  readonly columns: readonly string[];
  readonly records: readonly CsvRecord[];
}

interface ParsedLine {
  readonly record: readonly string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** A value that was kept as text in a cell of Excel by a formula, without the quotes that CSV wants around it. */
const KEPT_AS_TEXT = /(?:^|[,;\t|])\s*(="([^"]*)")/;

/**
 * Parses CSV with a header line, separated by commas, semicolons or tabs, in any encoding that `decodeText` knows. Values
 * are trimmed; lines without a value are skipped; a line with too few values is read as far as it goes and fails the checks
 * of its columns.
 *
 * @throws UnreadableFile when it is a workbook, in no known encoding, or the quoting is broken
 */
export function parseCsv(bytes: Uint8Array): CsvContent {
  refuseWorkbook(bytes);
  // One kind of line end, so that lines are counted alike inside and outside of quotes.
  const { text, delimiter } = findDelimiter(decodeText(bytes).replace(/\r\n?/g, '\n'));
  const [header, ...lines] = parseLines(text, delimiter).filter(({ record }) =>
    record.some((value) => value.trim() !== ''),
  );
  const columns = header?.record ?? [];
  return { columns, records: lines.map((line) => toRecord(columns, line)) };
}

function parseLines(text: string, delimiter: string): readonly ParsedLine[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      raw: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as ParsedLine[]; // the parser's types know `info` without `raw` only
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = String(error['lines']);
    const kept = KEPT_AS_TEXT.exec(text.split('\n')[Number(line) - 1] ?? '');
    if (kept) {
      const [, written = '', value = ''] = kept;
      throw new UnreadableFile(
        `第 ${line} 行：${written} 是 Excel 中用来保留文本的写法，请只写 ${value} · line ${line}: ${written} is how Excel keeps text. Write only ${value}`,
      );
    }
    throw new UnreadableFile(
      `第 ${line} 行附近引号不成对或位置有误，请更正 · Quotes are unpaired or misplaced near line ${line}. Correct them`,
    );
  }
}

function toRecord(columns: readonly string[], { record, raw, info }: ParsedLine): CsvRecord {
  const lineEndsInside = raw.trim().split('\n').length - 1;
  const values = columns.flatMap((column, place): [string, string][] => {
    const value = record[place];
    return value === undefined ? [] : [[column, value]];
  });
  return {
    line: info.lines - lineEndsInside,
    values: Object.fromEntries(values),
    surplus: record.slice(columns.length).filter((value) => value !== ''),
  };
}
