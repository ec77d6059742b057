import { pipeline, Readable } from 'node:stream';
import { encodingFor } from '@mtg/bi-doors';
import type { FastifyReply } from 'fastify';

/** Portions that wait for a slow client. */
const MOST_WAITING = 2;

/** The bytes of a text that comes bit by bit, compressed as the client takes it, with the headers that say so. */
export function compressed(text: Iterable<string> | AsyncIterable<string>, reply: FastifyReply): Readable {
  const source = Readable.from(text, { highWaterMark: MOST_WAITING });
  const encoding = encodingFor(reply.request.headers['accept-encoding']);
  reply.header('vary', 'authorization, accept-encoding');
  if (!encoding) return source;
  reply.header('content-encoding', encoding.name);
  // An error is that of the last stream as well, where the server takes note of it.
  return pipeline(source, encoding.create(), () => undefined);
}
