import { QueryProblem } from '@mtg/dataset-query';
import { errorBody, PublicError, statusOf } from '@mtg/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { databaseRefusal } from './database-refusal';

/** An error as a client is told it: code, sentence, and the part of the request that it is about. */
export interface ToldError {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Undefined for an error that is not for the client. */
export function toldError(error: unknown): ToldError | undefined {
  if (error instanceof QueryProblem) {
    const { field, message } = error;
    return { status: 400, code: 'BAD_USER_INPUT', message: `${field}：${message}`, extensions: { field } };
  }
  const refusal = error instanceof PublicError ? error : databaseRefusal(error);
  if (!refusal) return undefined;
  // The status is for the server, which has its own here.
  const { code, http: _, ...extensions } = refusal.extensions;
  const name = typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
  return { status: statusOf(name), code: name, message: refusal.message, extensions };
}

/** Headers of an error, in whatever shape its body is. */
export function refusalHeaders({ status, extensions }: Partial<ToldError>): Readonly<Record<string, string>> {
  const seconds = extensions?.['retryAfterSeconds'];
  return {
    // A browser and Excel ask for name and key when they are told to.
    ...(status === 401 && { 'www-authenticate': 'Basic realm="bi", charset="UTF-8"' }),
    ...(typeof seconds === 'number' && { 'retry-after': String(seconds) }),
  };
}

/** Answers with an error in the shape that all doors have, if the client still waits. Anything that is not for the client is logged and masked. */
export function sendRefusal(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (reply.raw.destroyed) return reply.hijack();
  const told = toldError(error);
  if (!told) {
    request.log.error({ err: error, requestId: request.id }, 'request failed');
    return reply
      .code(500)
      .send(errorBody('INTERNAL_SERVER_ERROR', '内部错误 · Internal error', { requestId: request.id }));
  }
  const { status, code, message, extensions } = told;
  return reply
    .code(status)
    .headers(refusalHeaders(told))
    .send(errorBody(code, message, { ...extensions, requestId: request.id }));
}
