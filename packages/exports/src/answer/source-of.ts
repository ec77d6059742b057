import { Readable, type Transform } from 'node:stream';
import type { Snapshot } from '@mtg/bi-doors';
import copyStreams, { type CopyToStreamQuery } from 'pg-copy-streams';
import { arrowOf } from '../arrow/arrow';
import { AfterPrefix } from '../formats/after-prefix';
import { csvHead } from '../text/csv-head';
import { csvRows } from '../text/csv-rows';
import { jsonRows } from '../text/json-rows';
import { parquetOf } from '../parquet/parquet';
import { xlsxOf } from '../xlsx/xlsx';
import type { ExportRequest } from '../request/parameters';
import { copyBinary } from '../rows/copy-statements';
import type { FileColumn } from '../rows/file-columns';
import { csvValue, jsonValue, typedValue } from '../rows/file-values';

/** The bytes of a file: where they come from and what they go through. */
export interface FileSource {
  readonly source: Readable;
  readonly steps: readonly Transform[];
  /** The number of rows, once the database has said that it is at the end. */
  readonly rows: () => number;
}

/** Contents of a file. */
interface FileContent {
  readonly request: ExportRequest;
  readonly columns: readonly FileColumn[];
  /** The statement that reads its rows. */
  readonly statement: string;
  /** The number of its rows, where the format has a limit. */
  readonly count: number;
}

/** Begins a file. */
export function sourceOf({ client }: Snapshot, content: FileContent): FileSource {
  let read: CopyToStreamQuery | undefined;
  const copied = (copy: string): Readable => (read = client.query(copyStreams.to(copy)));
  const { source, steps } = bytesBy(copied, content);
  return { source, steps, rows: () => read?.rowCount ?? 0 };
}

function bytesBy(
  copied: (copy: string) => Readable,
  { request, columns, statement: rows, count }: FileContent,
): Pick<FileSource, 'source' | 'steps'> {
  const { dataset, header } = request;
  const read = (valueSql: (column: FileColumn) => string): Readable =>
    copied(copyBinary(rows, columns, valueSql));
  switch (request.format) {
    case 'csv':
      return {
        source: bytesOf(csvRows(read(csvValue), columns, request.escapesFormulas)),
        steps: [new AfterPrefix(csvHead(request, columns))],
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
