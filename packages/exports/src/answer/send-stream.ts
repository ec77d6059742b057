import { once } from 'node:events';
import { PassThrough, pipeline, type Readable, type Transform } from 'node:stream';
import type { Snapshot } from '@mtg/bi-doors';
import type { FastifyReply } from 'fastify';

/**
 * Streams made of a snapshot, which ends with them: when all is read, when something fails, and when the client goes.
 *
 * @param steps what the bytes go through
 * @returns the last stream, once it has bytes or its end
 * @throws the error that came before the first byte
 */
export async function streamOf(
  source: Readable,
  steps: readonly Transform[],
  { snapshot, reply }: { readonly snapshot: Snapshot; readonly reply: FastifyReply },
): Promise<Readable> {
  const last = new PassThrough();
  let hasEnded = false;
  const end = (brokenOff: boolean): void => {
    if (hasEnded) return;
    hasEnded = true;
    void snapshot.end(brokenOff);
  };
  pipeline([source, ...steps, last], (error) => {
    if (error && !isAbort(error))
      reply.log.error({ err: error, requestId: reply.request.id }, 'export failed');
    end(Boolean(error));
  });
  // A source that waits for its first row notices nothing: the connection is closed whatever it does.
  last.once('close', () => setImmediate(() => end(true)));
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) last.destroy();
  });
  if (reply.raw.destroyed) last.destroy();
  await Promise.race([once(last, 'readable'), once(last, 'end'), closed(last)]);
  return last;
}

async function closed(stream: Readable): Promise<void> {
  await once(stream, 'close');
}

const isAbort = (error: NodeJS.ErrnoException): boolean => error.code === 'ERR_STREAM_PREMATURE_CLOSE';
