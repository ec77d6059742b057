import type { Readable } from 'node:stream';
import type { DatasetTitle } from '../rows/file-content';
import type { FileColumn } from '../rows/file-columns';
import { portionsOf } from '../rows/portions';
import { arrowColumn } from './column-of';
import { Messages } from './messages';

/** Readers take a batch at a time. */
const BATCH_ROWS = 65_536;
/** A batch ends before it takes more memory than this. */
const BATCH_BYTES = 8 * 1024 * 1024;
/** Bytes that are handed on at once. */
const CHUNK = 256 * 1024;

/** Writes a stream of Arrow, one batch of rows after another. @param copy rows in binary format */
export async function* arrowOf(
  copy: Readable,
  dataset: DatasetTitle,
  columns: readonly FileColumn[],
): AsyncGenerator<Buffer> {
  const width = columns.length;
  const written = columns.map((column, first) =>
    arrowColumn(column, { first, width, isRequired: column.isSure }),
  );
  let messages: Messages | undefined;
  let rows = 0;
  /** Begins with the schema. */
  async function* batch(): AsyncGenerator<Buffer> {
    if (!messages) {
      messages = new Messages(await import('@uwdata/flechette'), dataset, columns);
      yield* chunksOf(messages.schema);
    }
    if (rows === 0) return;
    const buffers = written.map((column) => column.buffers);
    yield* chunksOf(messages.batch(rows, buffers));
    for (const column of written) column.clear();
    rows = 0;
  }
  for await (const portion of portionsOf(copy, width)) {
    for (const column of written) column.add({ portion, from: 0, to: portion.rows });
    rows += portion.rows;
    const held = written.reduce((sum, column) => sum + column.held, 0);
    if (rows >= BATCH_ROWS || held > BATCH_BYTES) yield* batch();
  }
  yield* batch();
  yield* chunksOf(messages?.end ?? []);
}

/** Copies bytes, whose places are used again, into chunks. */
function* chunksOf(parts: readonly Uint8Array[]): Generator<Buffer> {
  let chunk: Uint8Array[] = [];
  let size = 0;
  for (const part of parts) {
    chunk.push(part);
    size += part.length;
    if (size < CHUNK) continue;
    yield Buffer.concat(chunk, size);
    chunk = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(chunk, size);
}
