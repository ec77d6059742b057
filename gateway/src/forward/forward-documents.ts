import { sendProblem, type Logger, type Problem } from '@mtg/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'undici';
import type { SubgraphEndpoint } from '../subgraph/endpoint';
import { doorPool } from './door-pool';
import { endToEnd, forwardedHeaders } from './forwarded-headers';

/** Documents of one street; its own server has the same without the street. */
export const DOCUMENTS_ROUTE = '/documents/:street/:kind/:file';

/** A document is laid out on the thread that answers a street's queries: a few at a time leave it free. */
const CONNECTIONS = 4;
const RETRY_AFTER_SECONDS = 5;

interface StreetDoor {
  readonly name: string;
  readonly title: string;
  readonly pool: Pool;
}

/** Forwards `/documents/{street}/…` to the server of the street, by its name or code. */
export function forwardDocuments(
  app: FastifyInstance,
  subgraphs: readonly SubgraphEndpoint[],
  answerMs: number,
  logger: Logger,
): void {
  const doors = new Map<string, StreetDoor>();
  for (const { name, title, url, street } of subgraphs) {
    if (street === undefined) continue;
    const pool = doorPool(url, CONNECTIONS, answerMs);
    for (const key of [name, street]) doors.set(key, { name, title, pool });
    app.addHook('onClose', () => pool.destroy());
  }
  const known = [...new Set([...doors.values()].map(({ name, title }) => `${name}（${title}）`))];
  app.get<{ Params: { street: string } }>(DOCUMENTS_ROUTE, { compress: false }, async (request, reply) => {
    const door = doors.get(request.params.street);
    return door
      ? forward(door, request, reply, logger)
      : sendProblem(reply, noStreet(request.params.street, known));
  });
}

async function forward(
  { pool, title, name }: StreetDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
): Promise<FastifyReply> {
  const left = new AbortController();
  reply.raw.once('close', () => left.abort());
  try {
    const answer = await pool.request({
      method: request.method === 'HEAD' ? 'HEAD' : 'GET',
      path: (request.raw.url ?? '/').replace(/^\/documents\/[^/]*/, '/documents'),
      headers: forwardedHeaders(request),
      signal: left.signal,
    });
    reply.code(answer.statusCode).headers(endToEnd(answer.headers));
    return reply.send(answer.body);
  } catch (error) {
    if (!left.signal.aborted)
      logger.warn({ err: error, requestId: request.id, subgraph: name }, 'a document cannot be fetched');
    return sendProblem(reply, unavailable(title, name));
  }
}

const noStreet = (street: string, known: readonly string[]): Problem => ({
  code: 'NOT_FOUND',
  message: `没有街道“${street}”，请从中选择：${known.join('、')} · There is no street "${street}". Choose from ${known.join(', ')}`,
});

const unavailable = (title: string, name: string): Problem => ({
  code: 'SUBGRAPH_UNAVAILABLE',
  message: `${title}暂不可用，请稍后再试 · The subgraph "${name}" is unavailable. Retry later`,
  extensions: { retryAfterSeconds: RETRY_AFTER_SECONDS },
});
