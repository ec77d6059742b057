import { ERROR_CODES, publicExtensions, REQUEST_ERROR_CODES } from '@mtg/service-kit';
import { GraphQLError } from 'graphql';
import type { ReportedError } from './answer';
import type { SubgraphEndpoint } from './endpoint';
import type { Path } from './paths';

/** An error about a subgraph, written for the client: message, path and extensions leave as they are. */
export class SubgraphError extends GraphQLError {
  constructor(message: string, path: Path | undefined, extensions: Readonly<Record<string, unknown>>) {
    super(message, { ...(path && { path }), extensions });
  }
}

/** `extensions.street` for a street; the district has none, so it is named as a subgraph. */
const whose = ({ name, street }: SubgraphEndpoint) => (street ? { street } : { subgraph: name });

/** The subgraph does not answer, or not with what was asked for; why is for the log only. */
export const unavailable = (endpoint: SubgraphEndpoint, path: Path | undefined): SubgraphError =>
  new SubgraphError(
    `${endpoint.title}暂不可用，其余数据完整 · ${endpoint.title} (${endpoint.street ?? endpoint.name}) is unavailable. All other data is complete`,
    path,
    { code: ERROR_CODES.SUBGRAPH_UNAVAILABLE.code, ...whose(endpoint) },
  );

/** The same for a command: it may have been carried out, and only its key makes trying again safe. */
export const outcomeUnknown = (endpoint: SubgraphEndpoint, path: Path | undefined): SubgraphError =>
  new SubgraphError(
    `${endpoint.title}暂不可用，不知操作是否已完成；请用同一个 Idempotency-Key 重试 · ${endpoint.title} (${endpoint.street ?? endpoint.name}) is unavailable, so it is unknown whether the command was executed. Retry with the same Idempotency-Key`,
    path,
    { code: ERROR_CODES.SUBGRAPH_UNAVAILABLE.code, ...whose(endpoint) },
  );

/** The same for a command of which nothing was sent: no connection came about, or the time was over before. */
export const notSent = (endpoint: SubgraphEndpoint, path: Path | undefined): SubgraphError =>
  new SubgraphError(
    `${endpoint.title}暂不可用，操作没有送达，也没有执行；请稍后重试 · ${endpoint.title} (${endpoint.street ?? endpoint.name}) is unavailable, and the command was not executed. Retry later`,
    path,
    { code: ERROR_CODES.SUBGRAPH_UNAVAILABLE.code, ...whose(endpoint) },
  );

/** Never read: the client is gone. */
export const cancelled = (): SubgraphError =>
  new SubgraphError('客户端已取消请求 · The client cancelled the request', undefined, {
    code: 'BAD_REQUEST',
  });

/**
 * An error that the subgraph reported. With a code of our catalogue it was written for the client and passes with its
 * public extensions; anything else may hold hosts or SQL and is replaced.
 */
export function passedOn(
  error: ReportedError,
  endpoint: SubgraphEndpoint,
  requestId: string,
  path: Path | undefined,
): SubgraphError {
  const { code } = error.extensions;
  if (!isForClients(code)) {
    const { zh, en } = ERROR_CODES.INTERNAL_SERVER_ERROR;
    return new SubgraphError(`${endpoint.title}：${zh} · ${endpoint.title}: ${en}`, path, {
      code: ERROR_CODES.INTERNAL_SERVER_ERROR.code,
      ...whose(endpoint),
      requestId,
    });
  }
  const extensions = Object.fromEntries(
    Object.entries(publicExtensions(error.extensions)).filter(([, value]) => isPlain(value)),
  );
  return new SubgraphError(error.message, path, { ...extensions, code, ...whose(endpoint) });
}

/**
 * Codes that speak of the request (GRAPHQL_VALIDATION_FAILED …) speak of the gateway's request, not of the client's; but what
 * makes that too large is the client's.
 */
const isForClients = (code: unknown): code is string =>
  typeof code === 'string' &&
  (code === REQUEST_ERROR_CODES.QUERY_TOO_LARGE.code ||
    (Object.hasOwn(ERROR_CODES, code) && code !== ERROR_CODES.INTERNAL_SERVER_ERROR.code));

const isPlain = (value: unknown): boolean =>
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every((each) => typeof each === 'string'));
