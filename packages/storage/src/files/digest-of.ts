import { createHash } from 'node:crypto';
import type { FileStore } from './file-store';

/** Size and SHA-256 of a stored file, read as a stream; undefined where there is none. */
export async function digestOf(
  store: Pick<FileStore, 'read'>,
  sha256: string,
): Promise<{ readonly bytes: number; readonly sha256: string } | undefined> {
  const content = await store.read(sha256);
  if (!content) return undefined;
  const hash = createHash('sha256');
  let bytes = 0;
  // A stream of bytes gives buffers.
  for await (const chunk of content as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    hash.update(chunk);
  }
  return { bytes, sha256: hash.digest('hex') };
}
