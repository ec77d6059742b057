import type { FastifyReply } from 'fastify';

/** HTTP status of a code; 400 without one of its own. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  OVERLOADED: 503,
  RATE_LIMITED: 429,
  SUBGRAPH_UNAVAILABLE: 503,
  IDENTITY_UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** The HTTP status that an answer about one thing has, by the code of its error. */
export const statusOf = (code: string): number => STATUS[code] ?? 400;

/** An error with its sentence, in the words that GraphQL has for it. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Answers with an error as RFC 9457 writes it; its type is the code, which the page of errors explains. */
export function sendProblem(reply: FastifyReply, { code, message, extensions = {} }: Problem): FastifyReply {
  const status = statusOf(code);
  const seconds = extensions['retryAfterSeconds'];
  return reply
    .code(status)
    .headers({
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...(typeof seconds === 'number' && { 'retry-after': String(seconds) }),
    })
    .type('application/problem+json; charset=utf-8')
    .send(
      JSON.stringify({
        ...extensions,
        type: `urn:mtg:error:${code}`,
        title: code,
        status,
        detail: message,
        code,
        requestId: reply.request.id,
      }),
    );
}
