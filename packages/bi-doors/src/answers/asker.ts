import type { FastifyReply } from 'fastify';

/** The one who asked no longer waits: there is no answer to send, and nothing is wrong. */
export class AskerGone extends Error {
  constructor() {
    super('the one who asked has gone');
  }
}

/** A signal that the client of a reply has gone. One that went before is told at once: its event does not come again. */
export function goneSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  const abort = (): void => gone.abort();
  if (raw.destroyed) abort();
  else raw.once('close', abort);
  return gone.signal;
}
