import type { Readable } from 'node:stream';
import type { Dataset } from '@mtg/datasets';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { batchesOf, batchRows } from '../rows/batches';
import type { FileColumn } from '../rows/file-columns';
import { parquetLabels, parquetSchema } from './parquet-schema';

/** Readers skip row groups by their statistics, and read each whole. */
const GROUP_ROWS = 50_000;

/** Bytes of a file of which parts are sent before it is complete. */
class PartWriter extends ByteWriter {
  /** The bytes that have been written since the last time. */
  taken(): Buffer {
    const bytes = Buffer.from(this.getBytes());
    this.index = 0;
    return bytes;
  }
}

/** Writes a Parquet file, one group of rows after another. @param copy rows in binary format */
export async function* parquetOf(
  copy: Readable,
  dataset: Dataset,
  columns: readonly FileColumn[],
): AsyncGenerator<Buffer> {
  const parts = new PartWriter();
  const writer = new ParquetWriter({
    writer: parts,
    schema: parquetSchema(columns),
    kvMetadata: parquetLabels(dataset, columns),
    createdBy: 'mtg',
  });
  const rows = batchRows(columns, GROUP_ROWS);
  for await (const batch of batchesOf(copy, columns, rows)) {
    const columnData = columns.map(({ name }, index) => ({ name, data: batch.columns[index] ?? [] }));
    await writer.write({ columnData, rowGroupSize: batch.rows });
    yield parts.taken();
  }
  await writer.finish();
  yield parts.taken();
}
