import type { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { writeXlsxStream, XLSX_MAX_ROWS_PER_SHEET, type CellValue } from 'hucre/xlsx';
import type { Dataset, DatasetType } from '@mtg/datasets';
import { batchesOf } from '../rows/batches';
import type { FileValue } from '../rows/binary-rows';
import { headerOf, type FileColumn } from '../rows/file-columns';
import type { HeaderNames } from '../request/parameters';

/** A sheet has so many rows, of which the header is one. */
export const MOST_XLSX_ROWS = XLSX_MAX_ROWS_PER_SHEET - 1;

const BATCH_ROWS = 1000;
/** A file beyond 4 GB takes the newer form of ZIP, which fewer readers know. */
const MOST_PLAIN_CELLS = 20_000_000;
const DAY_MS = 86_400_000;
/** Excel's times have no offset: they show the hours of the district. */
const OFFSET_MS = 8 * 3_600_000;
/** Longer texts make a file that Excel repairs. */
const LONGEST_TEXT = 32_767;

const FORMATS: Partial<Readonly<Record<DatasetType, string>>> = {
  date: 'yyyy-mm-dd',
  timestamptz: 'yyyy-mm-dd hh:mm:ss',
};

const WIDTHS: Partial<Readonly<Record<DatasetType, number>>> = { timestamptz: 19, uuid: 36 };

/** Contents of a sheet. */
interface Sheet {
  readonly dataset: Dataset;
  readonly columns: readonly FileColumn[];
  readonly header: HeaderNames;
  readonly rows: number;
}

/** Writes a sheet with one table. Texts are texts: none becomes a formula. @param copy rows in binary format */
export function xlsxOf(
  copy: Readable,
  { dataset, columns, header, rows }: Sheet,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(rowsOf(copy, columns), {
    name: header === 'zh' ? sheetName(dataset.zh) : dataset.name,
    columns: headerOf(columns, header).map((name, index) => {
      const sql = columns[index]?.sql ?? 'text';
      const numFmt = FORMATS[sql];
      return { header: name, width: WIDTHS[sql] ?? 14, ...(numFmt !== undefined && { numFmt }) };
    }),
    freezePane: { rows: 1 },
    zip64: rows * columns.length > MOST_PLAIN_CELLS,
  });
}

/** A name that Excel takes: it allows 31 characters, and not all. */
const sheetName = (title: string): string => title.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31);

async function* rowsOf(copy: Readable, columns: readonly FileColumn[]): AsyncGenerator<CellValue[]> {
  for await (const { rows, columns: values } of batchesOf(copy, columns, BATCH_ROWS)) {
    for (let row = 0; row < rows; row += 1) {
      yield columns.map(({ sql }, index) => cellOf(values[index]?.[row] ?? null, sql));
    }
  }
}

function cellOf(value: FileValue, sql: DatasetType): CellValue {
  if (sql === 'date' && typeof value === 'number') return new Date(value * DAY_MS);
  if (typeof value === 'bigint') {
    return sql === 'timestamptz' ? new Date(Number(value / 1000n) + OFFSET_MS) : Number(value);
  }
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
}
