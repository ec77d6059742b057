import type { FastifyReply } from 'fastify';
import type { Doors } from '../doors';

/** Long enough for a client that writes to a slow disk, and for a statement that sorts one street after another. */
const USUAL_MS = 300_000;

/**
 * Breaks an answer off whose client takes nothing for so long: it would hold a connection, and keep a new copy of a street waiting.
 * To be called once the first bytes are there.
 */
export function endWhenStalled(
  reply: FastifyReply,
  { stallMs = USUAL_MS, logger }: Pick<Doors, 'stallMs' | 'logger'>,
): void {
  reply.raw.setTimeout(stallMs, () => {
    logger.warn(
      { requestId: reply.request.id, stallMs },
      'an answer was broken off: its client takes nothing',
    );
    reply.raw.destroy();
  });
}
