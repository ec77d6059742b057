import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore, SpooledFile } from './file-store';

const ABANDONED_AFTER_MS = 86_400_000;

/** A body that is larger than a file may be. */
export class TooLargeBody extends Error {
  override readonly name = 'TooLargeBody';
}

/**
 * Writes a body into the spool as it comes, no faster than the disk takes it, and flushes it. Nothing is left of a body that
 * breaks off or is too large. What is not read of it stays to be read, since a request that is destroyed gets no answer.
 *
 * @throws TooLargeBody; the stream's error when the sender goes away
 */
export async function receive(
  { spool }: Pick<FileStore, 'spool'>,
  body: Readable,
  maxBytes: number,
): Promise<SpooledFile> {
  const path = join(spool, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) return done(new TooLargeBody(`more than ${maxBytes} bytes`));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(partsOf(body), measure, createWriteStream(path, { mode: 0o600, flush: true }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/** The parts of a body, which is left as it is where they are not read to its end. */
async function* partsOf(body: Readable): AsyncGenerator<Buffer> {
  for await (const part of body.iterator({ destroyOnReturn: false })) yield part;
}

/** Removes what arrived in processes that were killed. @param now in milliseconds */
export async function clearSpool({ spool }: Pick<FileStore, 'spool'>, now: number): Promise<void> {
  for (const name of await readdir(spool)) {
    const path = join(spool, name);
    // Another process may have put it into place meanwhile.
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
    if (now - mtimeMs > ABANDONED_AFTER_MS) await rm(path, { force: true });
  }
}
