/** Signature, flags and the length of an extension, of which PostgreSQL makes no use. */
const HEADER_BYTES = 19;
/** Number of columns and length of the value. */
const ROW_BYTES = 6;

/**
 * Values of a COPY in binary format of rows with one column that is never null, as they come. What is read at once is
 * bounded by the chunks of the stream, however many rows follow.
 */
export async function* copiedValues(stream: AsyncIterable<Buffer>): AsyncGenerator<readonly Buffer[]> {
  let chunks: Buffer[] = [];
  let size = 0;
  let needed = HEADER_BYTES;
  let isStarted = false;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    // A large value comes in many chunks, which are joined once.
    if (size < needed) continue;
    const buffer = chunks.length === 1 ? chunk : Buffer.concat(chunks, size);
    let at = isStarted ? 0 : HEADER_BYTES;
    isStarted = true;
    const values: Buffer[] = [];
    for (;;) {
      // The end of the rows is shorter than a row.
      needed = ROW_BYTES;
      if (buffer.length - at < needed) break;
      needed += buffer.readUInt32BE(at + 2);
      if (buffer.length - at < needed) break;
      values.push(buffer.subarray(at + ROW_BYTES, at + needed));
      at += needed;
    }
    chunks = [buffer.subarray(at)];
    size = buffer.length - at;
    if (values.length > 0) yield values;
  }
}
