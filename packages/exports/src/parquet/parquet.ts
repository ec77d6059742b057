import type { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { RowGroup } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import type { DatasetTitle } from '../rows/file-content';
import type { FileColumn } from '../rows/file-columns';
import { portionsOf } from '../rows/portions';
import { writeChunk } from './chunk-writer';
import { parquetColumn } from './column-of';
import { parquetLabels, parquetSchema } from './parquet-schema';

/** Readers skip groups of rows by their statistics, and read each whole. */
const GROUP_ROWS = 50_000;
/** A group ends before it takes more memory than this. */
const GROUP_BYTES = 32 * 1024 * 1024;
const MAGIC = 0x31524150;

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
  dataset: DatasetTitle,
  columns: readonly FileColumn[],
): AsyncGenerator<Buffer> {
  const writer = new PartWriter();
  const schema = parquetSchema(columns);
  const width = columns.length;
  const written = columns.map((column, first) =>
    parquetColumn(column, { first, width, isRequired: column.isSure }),
  );
  const groups: RowGroup[] = [];
  let rows = 0;
  async function* group(): AsyncGenerator<Buffer> {
    const chunks = [];
    for (const [index, element] of schema.slice(1).entries()) {
      const parts = written[index]?.take();
      if (parts) chunks.push(writeChunk(writer, element, parts));
      yield writer.taken();
      // Compressing one takes as long as a portion.
      await turn();
    }
    groups.push({
      columns: chunks,
      num_rows: BigInt(rows),
      total_byte_size: chunks.reduce(
        (sum, each) => sum + (each.meta_data?.total_uncompressed_size ?? 0n),
        0n,
      ),
    });
    rows = 0;
  }
  writer.appendUint32(MAGIC);
  for await (const portion of portionsOf(copy, width)) {
    for (let from = 0; from < portion.rows;) {
      const to = Math.min(portion.rows, from + GROUP_ROWS - rows);
      for (const column of written) column.add({ portion, from, to });
      rows += to - from;
      from = to;
      if (rows === GROUP_ROWS) yield* group();
    }
    if (written.reduce((sum, { held }) => sum + held, 0) > GROUP_BYTES) yield* group();
  }
  if (rows > 0) yield* group();
  writeMetadata(writer, {
    version: 2,
    created_by: 'mtg',
    schema,
    num_rows: groups.reduce((sum, each) => sum + each.num_rows, 0n),
    row_groups: groups,
    key_value_metadata: parquetLabels(dataset, columns),
    // Is of files that are read.
    metadata_length: 0,
  });
  writer.appendUint32(MAGIC);
  yield writer.taken();
}
