import Fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Logger } from '../logging/logger';
import { answerBadAddress, answerBrokenRequest, isDoor } from './broken-request';
import { CONNECTIONS_PER_ADDRESS, limitConnections } from './connections';
import { errorBodyAt } from './error-at';
import { readJsonBodies } from './json-body';
import { limitBodies, requestLimit, type LongBodies } from './long-bodies';
import { answerOtherMethods } from './methods';
import { requestIdFrom } from './request-id';
import { RequestRefused } from './request-refused';
import { setSecurityHeaders } from './security-headers';

/** Must exceed the idle timeout of any client's pool, or a request meets a socket that is just being closed. */
const KEEP_ALIVE_MS = 75_000;

/** A client that sends half of a request must not keep its socket. */
const REQUEST_TIMEOUT_MS = 30_000;

/** Interval at which Node looks for requests that take too long. Its default is 30 s, and headers get twice the time. */
const TIMEOUT_CHECK_MS = 1000;

/** Time into a stop after which open connections are cut. */
const CLOSE_LIMIT_MS = 3000;

/** GraphQL documents are text that people or tools wrote; a megabyte is ample. */
const BODY_LIMIT_BYTES = 1024 * 1024;

/** Facts that a server keeps about its clients. */
export interface Surroundings {
  /** Addresses and networks of proxies whose word counts for whom they speak for. */
  readonly proxies?: readonly string[];
  readonly connectionsPerAddress?: number;
  /** From the first byte of a request to its last. */
  readonly requestTimeoutMs?: number;
  /** Requests that may take longer, such as those that bring files. */
  readonly longBodies?: LongBodies | undefined;
}

/** A lean HTTP server with request ids and errors in the shape of a GraphQL answer; no routes yet. */
export function createHttpServer(
  logger: Logger,
  {
    proxies = [],
    connectionsPerAddress = CONNECTIONS_PER_ADDRESS,
    requestTimeoutMs = REQUEST_TIMEOUT_MS,
    longBodies,
  }: Surroundings = {},
): FastifyInstance {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    // Lines name the request themselves; a logger for each request would be made for those that log nothing, too.
    childLoggerFactory: (parent) => parent,
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: requestLimit(longBodies, requestTimeoutMs),
    http: {
      requestTimeout: requestLimit(longBodies, requestTimeoutMs),
      headersTimeout: requestTimeoutMs,
      connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    },
    trustProxy: proxies.length > 0 && [...proxies],
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: (request) => requestIdFrom(request.headers['x-request-id']),
    forceCloseConnections: 'idle',
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: answerBadAddress,
  }) as unknown as FastifyInstance; // Fastify's type carries pino's level names; no caller needs them

  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  if (longBodies) limitBodies(app, longBodies, requestTimeoutMs);
  limitConnections(app.server, connectionsPerAddress, proxies);
  setSecurityHeaders(app);
  answerOtherMethods(app);
  readJsonBodies(app);
  app.addHook('preClose', async () => {
    setTimeout(() => app.server.closeAllConnections(), CLOSE_LIMIT_MS).unref();
  });
  app.addHook('onResponse', async (request, reply) => {
    if (!logger.isLevelEnabled('debug')) return;
    request.log.debug(
      {
        requestId: request.id,
        method: request.method,
        path: request.routeOptions.url,
        status: reply.statusCode,
        ms: reply.elapsedTime,
      },
      'request',
    );
  });
  app.setNotFoundHandler(({ url, id }, reply) =>
    reply
      .code(404)
      .send(
        errorBodyAt(url, 'NOT_FOUND', isDoor(url) ? NO_DOOR : NO_PATH, isDoor(url) ? { requestId: id } : {}),
      ),
  );
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) {
      request.log.error({ err: error, requestId: request.id }, 'request failed');
      return reply
        .code(500)
        .send(errorBodyAt(request.url, 'INTERNAL_SERVER_ERROR', '内部错误 · Internal error'));
    }
    const known = error instanceof RequestRefused ? error.message : REQUEST_ERRORS[status];
    return reply
      .code(status)
      .send(
        errorBodyAt(
          request.url,
          'BAD_REQUEST',
          known ?? '请求有误 · The request is invalid',
          isDoor(request.url) ? { requestId: request.id } : {},
        ),
      );
  });
  return app;
}

const NO_PATH = '没有这个地址；请用 POST /graphql · Unknown path. Use POST /graphql';
const NO_DOOR =
  '没有这个地址：请用 GET /bi/datasets.json 查看数据集，再用 /bi/{dataset}.csv（或 jsonl、parquet、arrow、xlsx）、/bi/{dataset}/summary.json（或 .csv）、/bi/jobs、/odata/ · Unknown path. GET /bi/datasets.json lists the datasets; read them by /bi/{dataset}.csv (or jsonl, parquet, arrow, xlsx), /bi/{dataset}/summary.json (or .csv), /bi/jobs, or /odata/';

const REQUEST_ERRORS: Readonly<Record<number, string>> = {
  413: `请求体超过 ${BODY_LIMIT_BYTES} 字节 · The body exceeds ${BODY_LIMIT_BYTES} bytes`,
  415: '请求头 Content-Type 须为 application/json · Content-Type must be application/json',
};
