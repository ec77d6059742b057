import type { Readable } from 'node:stream';
import { RequestRefused } from '@mtg/service-kit';

/** As much as the program for analysis takes. */
const MOST_BYTES = 1024 * 1024;

/** Of a longer body so much is read and dropped: a client that still sends does not read the answer. */
const MOST_DROPPED = 64 * 1024 * 1024;

/** @throws RequestRefused 413 for a body that is too long, once the client has sent it */
export async function wholeBody(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    const bytes = chunk as Buffer; // no encoding is set
    length += bytes.length;
    if (length <= MOST_BYTES) chunks.push(bytes);
    else if (length > MOST_DROPPED) break;
  }
  if (length <= MOST_BYTES) return Buffer.concat(chunks);
  throw new RequestRefused(
    413,
    `请求体超过 ${MOST_BYTES} 字节，请缩短 · The body exceeds ${MOST_BYTES} bytes. Shorten it`,
  );
}
