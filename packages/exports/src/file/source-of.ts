import { Readable, type Transform } from 'node:stream';
import type { ClientBase } from 'pg';
import type { CopyToStreamQuery } from 'pg-copy-streams';
import { arrowOf } from '../arrow/arrow';
import { AfterPrefix } from '../formats/after-prefix';
import { csvHead } from '../text/csv-head';
import { csvRows } from '../text/csv-rows';
import { jsonRows } from '../text/json-rows';
import { parquetOf } from '../parquet/parquet';
import { xlsxOf } from '../xlsx/xlsx';
import { copyOut } from '../rows/copy-out';
import { copyBinary } from '../rows/copy-statements';
import type { FileColumn } from '../rows/file-columns';
import { csvValue, jsonValue, typedValue } from '../rows/file-values';
import type { FileContent } from '../rows/file-content';

/** The bytes of a file: where they come from and what they go through. */
export interface FileSource {
  readonly source: Readable;
  readonly steps: readonly Transform[];
  /** The number of rows, once the database has said that it is at the end. */
  readonly rows: () => number;
}

/** Begins a file. */
export function sourceOf(client: ClientBase, content: FileContent): FileSource {
  let read: CopyToStreamQuery | undefined;
  const copied = (copy: string): Readable => (read = client.query(copyOut(copy)));
  const { source, steps } = bytesBy(copied, content);
  return { source, steps, rows: () => read?.rowCount ?? 0 };
}

function bytesBy(
  copied: (copy: string) => Readable,
  content: FileContent,
): Pick<FileSource, 'source' | 'steps'> {
  const { dataset, format, columns, header, statement: rows, count } = content;
  const read = (valueSql: (column: FileColumn) => string): Readable =>
    copied(copyBinary(rows, columns, valueSql));
  switch (format) {
    case 'csv':
      return {
        source: bytesOf(csvRows(read(csvValue), columns, content.escapesFormulas)),
        steps: [new AfterPrefix(csvHead(content))],
      };
    case 'jsonl':
      return { source: bytesOf(jsonRows(read(jsonValue), columns)), steps: [] };
    case 'parquet':
      return { source: bytesOf(parquetOf(read(typedValue), dataset, columns)), steps: [] };
    case 'arrow':
      return { source: bytesOf(arrowOf(read(typedValue), dataset, columns)), steps: [] };
    case 'xlsx':
    default:
      return { source: xlsxOf(read(typedValue), { dataset, columns, header, rows: count }), steps: [] };
  }
}

const bytesOf = (parts: AsyncIterable<Buffer>): Readable => Readable.from(parts, { objectMode: false });
