import { NotOffered, QueryProblem } from '@mtg/dataset-query';
import { refusalHeaders, toldError } from '@mtg/bi-doors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ODataProblem } from '../request/problem';

interface Told {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly target?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Parts of a query by the names that OData has for them. */
const TARGETS: Readonly<Record<string, string>> = {
  filter: '$filter',
  after: '$skiptoken',
  order: '$orderby',
  orderBy: '$orderby',
};

/** Answers with an error in OData's shape, if the client still waits. Anything that is not for the client is logged and masked. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (reply.raw.destroyed) return reply.hijack();
  const told = toldOf(error);
  if (!told) request.log.error({ err: error, requestId: request.id }, 'request failed');
  const { status, code, message, target, extensions } = told ?? MASKED;
  return reply
    .code(status)
    .headers(refusalHeaders({ status, extensions: extensions ?? {} }))
    .header('content-type', 'application/json;odata.metadata=minimal;charset=utf-8')
    .send(
      JSON.stringify({
        error: {
          code,
          message,
          ...(target !== undefined && { target }),
          innererror: { ...extensions, requestId: request.id },
        },
      }),
    );
}

const MASKED: Told = { status: 500, code: 'INTERNAL_SERVER_ERROR', message: '内部错误 · Internal error' };

function toldOf(error: unknown): Told | undefined {
  if (error instanceof ODataProblem) return error;
  if (error instanceof QueryProblem) {
    const target = TARGETS[error.field] ?? error.field;
    const isOffered = !(error instanceof NotOffered);
    return {
      status: isOffered ? 400 : 501,
      code: isOffered ? 'BAD_USER_INPUT' : 'NOT_IMPLEMENTED',
      message: `${target}：${error.message}`,
      target,
    };
  }
  const told = toldError(error);
  if (told) {
    const { field } = told.extensions;
    return { ...told, target: typeof field === 'string' ? (TARGETS[field] ?? field) : undefined };
  }
  // Refused by the server before it came here, e.g. for its encoding.
  if (!(error instanceof Error) || !('statusCode' in error) || typeof error.statusCode !== 'number')
    return undefined;
  if (error.statusCode >= 500) return undefined;
  return { status: error.statusCode, code: 'BAD_REQUEST', message: error.message };
}
