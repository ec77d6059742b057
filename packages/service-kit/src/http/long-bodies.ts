import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** From the first byte of a request to its last, for a file of a hundred megabytes over a slow line. */
const LONG_REQUEST_MS = 900_000;

/** Recognizes a request whose body may take long to arrive. */
export type LongBodies = (request: IncomingMessage) => boolean;

/**
 * The time that the server itself gives every request. Node has one for all, so where some may take long, each of the others
 * gets its own from `limitBodies`.
 */
export const requestLimit = (isLong: LongBodies | undefined, requestTimeoutMs: number): number =>
  isLong ? LONG_REQUEST_MS : requestTimeoutMs;

/** Cuts the connection of a client that sends half of a request, unless its body may take long. */
export function limitBodies(app: FastifyInstance, isLong: LongBodies, requestTimeoutMs: number): void {
  app.addHook('onRequest', async ({ raw }) => {
    if (raw.complete || isLong(raw)) return;
    const timer = setTimeout(() => raw.socket.destroy(), requestTimeoutMs).unref();
    const stop = (): void => clearTimeout(timer);
    raw.once('end', stop).once('close', stop);
  });
}
