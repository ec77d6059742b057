import { errorBodyAt, type Logger } from '@mtg/service-kit';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'undici';
import { awaitAnswer, NotAnswered, type AnswerLimits } from './awaited-answer';
import { doorPool } from './door-pool';
import { endToEnd, forwardedHeaders } from './forwarded-headers';
import { InsightPulse } from './insight-pulse';
import { refuseTooLong } from './too-long';
import { wholeBody } from './whole-body';

/** Paths of the doors of the warehouse. */
const PATHS = ['/bi', '/bi/*', '/odata', '/odata/*'];

/** Each download keeps one as long as it lasts. */
const CONNECTIONS = 500;

/**
 * Forwards the doors of the warehouse to the program that has them, byte by byte as they come. A client that goes away ends
 * the request there too. An answer has to begin within a limit; after that a client may take as long as it wants. None of
 * GraphQL's limits applies: the program has its own.
 */
export async function forwardAnalysis(
  app: FastifyInstance,
  url: string,
  limits: AnswerLimits,
  logger: Logger,
): Promise<void> {
  // The limits below end a request.
  const pool = doorPool(url, CONNECTIONS, 0);
  const pulse = new InsightPulse(pool, limits.pulseMs);
  app.addHook('onClose', () => pool.destroy());
  await app.register(async (doors) => {
    // Bodies pass as they are, whole: of one that is too long the program's answer would not come through.
    doors.removeAllContentTypeParsers();
    doors.addContentTypeParser('*', async (_request: FastifyRequest, body: Readable) => wholeBody(body));
    for (const path of PATHS)
      doors.all(path, { compress: false }, (request, reply) =>
        forward({ pool, pulse, limits, logger }, request, reply),
      );
  });
}

interface Forwarding {
  readonly pool: Pool;
  readonly pulse: InsightPulse;
  readonly limits: AnswerLimits;
  readonly logger: Logger;
}

async function forward(
  { pool, pulse, limits, logger }: Forwarding,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const left = new AbortController();
  reply.raw.once('close', () => left.abort());
  try {
    const asked = pool.request({
      method: request.method,
      path: request.raw.url ?? '/',
      headers: forwardedHeaders(request),
      body: (request.body as Buffer | undefined) ?? null, // as the parser above has it
      signal: left.signal,
    });
    const answer = await awaitAnswer(asked, pulse, limits, (reason) => left.abort(reason));
    reply.code(answer.statusCode).headers(endToEnd(answer.headers));
    return reply.send(answer.body);
  } catch (error) {
    if (error instanceof NotAnswered && error.why === 'LONG') return refuseTooLong(request, reply);
    // The answer to a client that has gone goes nowhere.
    if (!left.signal.aborted || error instanceof NotAnswered)
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
