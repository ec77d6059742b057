import { errorBodyAt, type Logger } from '@mtg/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Pool } from 'undici';
import { endToEnd, forwardedHeaders } from './forwarded-headers';

/** Paths of the doors of the warehouse. */
const PATHS = ['/bi', '/bi/*', '/odata', '/odata/*'];

/** Each download keeps one as long as it lasts. */
const CONNECTIONS = 500;
const CONNECT_LIMIT_MS = 3000;

/** Until the first byte: an aggregate over all rows takes its time. After it, a client may take as long as it wants. */
const FIRST_BYTE_LIMIT_MS = 600_000;

/** Below the servers' 75 s, so that the pool drops an idle connection before the server does. */
const IDLE_TIMEOUT_MS = 60_000;

/**
 * Forwards the doors of the warehouse to the program that has them, byte by byte as they come. A client that goes away ends
 * the request there too. None of GraphQL's limits applies: the program has its own.
 */
export async function forwardAnalysis(app: FastifyInstance, url: string, logger: Logger): Promise<void> {
  const pool = new Pool(new URL(url).origin, {
    connections: CONNECTIONS,
    pipelining: 1,
    keepAliveTimeout: IDLE_TIMEOUT_MS,
    keepAliveMaxTimeout: IDLE_TIMEOUT_MS,
    connect: { timeout: CONNECT_LIMIT_MS },
    headersTimeout: FIRST_BYTE_LIMIT_MS,
    bodyTimeout: 0,
  });
  app.addHook('onClose', () => pool.destroy());
  await app.register(async (doors) => {
    // Bodies pass as they come.
    doors.removeAllContentTypeParsers();
    doors.addContentTypeParser('*', (_request, body, done) => done(null, body));
    for (const path of PATHS)
      doors.all(path, { compress: false }, (request, reply) => forward(pool, request, reply, logger));
  });
}

async function forward(
  pool: Pool,
  request: FastifyRequest,
  reply: FastifyReply,
  logger: Logger,
): Promise<FastifyReply> {
  const left = new AbortController();
  reply.raw.once('close', () => left.abort());
  try {
    const answer = await pool.request({
      method: request.method,
      path: request.raw.url ?? '/',
      headers: forwardedHeaders(request),
      body: (request.body as typeof request.raw | undefined) ?? null, // the parser above passes the stream
      signal: left.signal,
    });
    reply.code(answer.statusCode).headers(endToEnd(answer.headers));
    return reply.send(answer.body);
  } catch (error) {
    // The answer to a client that has gone goes nowhere.
    if (!left.signal.aborted)
      logger.warn({ err: error, requestId: request.id }, 'the program for analysis cannot be reached');
    return reply.code(503).header('retry-after', 5).send(unavailable(request));
  }
}

const unavailable = ({ id: requestId, url }: FastifyRequest): object =>
  errorBodyAt(
    url,
    'SUBGRAPH_UNAVAILABLE',
    '数据分析程序（insight）暂不可用，请稍后再试 · The program for analysis (insight) is unavailable. Retry later',
    { requestId },
  );
