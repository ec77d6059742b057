import type { Readable } from 'node:stream';
import { BinaryRows, type FileValue } from './binary-rows';
import type { FileColumn } from './file-columns';

/** Rows of a file, by column. */
export interface Batch {
  readonly rows: number;
  readonly columns: readonly FileValue[][];
}

/** Reads batches from a COPY in binary format, only as fast as they are taken. */
export async function* batchesOf(
  copy: Readable,
  columns: readonly FileColumn[],
  most: number,
): AsyncGenerator<Batch> {
  const rows = new BinaryRows(columns);
  const take = (): Batch => ({ rows: rows.count, columns: rows.take() });
  // A COPY gives bytes.
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    rows.add(chunk);
    rows.read(most);
    while (rows.count >= most) {
      yield take();
      rows.read(most);
    }
  }
  if (rows.count > 0) yield take();
}
