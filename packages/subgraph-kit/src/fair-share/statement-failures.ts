import { REQUEST_ERROR_CODES, RETRY_AFTER_SECONDS, refuse } from '@mtg/service-kit';
import { GraphQLError } from 'graphql';
import type { Answering } from '../database/recognize';

/** Reasons not to send a statement of an operation, or not to wait for it; each is written for the client. */
export interface StatementFailures {
  /** The operation waited too long for a connection, or for an answer of the database. */
  readonly outOfTime: () => Error;
  /** The operation needs more statements than one may send. */
  readonly tooMany: (limit: number) => Error;
  /** Never read: the client went away. */
  readonly clientGone: () => Error;
}

export const statementFailures = ({ name, title, street }: Answering): StatementFailures => {
  const whose = { subgraph: name, ...(street && { street }) };
  return {
    outOfTime: () =>
      refuse.because(
        'OVERLOADED',
        {
          zh: `${title}正忙，或查询过大；请稍后再试，或缩小查询`,
          en: `${street ?? name} is busy, or the query is too large. Retry later, or request less data`,
        },
        { ...whose, retryAfterSeconds: RETRY_AFTER_SECONDS },
      ),
    tooMany: (limit) =>
      new GraphQLError(
        `查询过大：需向数据库发出超过 ${limit} 条语句；请减少别名或嵌套，或分成几次查询 · The query is too large: it needs more than ${limit} database statements. Use fewer aliases or levels, or split it into several queries`,
        { extensions: { ...whose, code: REQUEST_ERROR_CODES.QUERY_TOO_LARGE.code, limit } },
      ),
    clientGone: () =>
      new GraphQLError('客户端已取消请求 · The client cancelled the request', {
        extensions: { code: 'BAD_REQUEST' },
      }),
  };
};
