import type { Readable } from 'node:stream';
import { sendProblem, type Logger, type Problem } from '@mtg/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'undici';
import type { SubgraphEndpoint } from '../subgraph/endpoint';
import { doorPool } from './door-pool';
import { endToEnd, forwardedHeaders } from './forwarded-headers';

const RETRY_AFTER_SECONDS = 5;

interface StreetDoor {
  readonly name: string;
  readonly title: string;
  readonly pool: Pool;
}

/** A request as the server of a street gets it. */
interface Forwarded {
  readonly path: string;
  /** Sent on as it comes, no faster than the street takes it. */
  readonly body?: Readable;
}

/** Routes of the streets beside GraphQL, under the name or the code of a street. */
export class StreetDoors {
  readonly #doors = new Map<string, StreetDoor>();

  /** @param connections to each street at once */
  constructor(
    app: FastifyInstance,
    subgraphs: readonly SubgraphEndpoint[],
    { connections, answerMs }: { readonly connections: number; readonly answerMs: number },
    private readonly logger: Logger,
  ) {
    for (const { name, title, url, street } of subgraphs) {
      if (street === undefined) continue;
      const pool = doorPool(url, connections, answerMs);
      for (const key of [name, street]) this.#doors.set(key, { name, title, pool });
      app.addHook('onClose', () => pool.destroy());
    }
  }

  /** Answers as the street does. */
  async forward(
    street: string,
    forwarded: Forwarded,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const door = this.#doors.get(street);
    if (!door) return sendProblem(reply, this.#noStreet(street));
    const { pool, title, name } = door;
    const left = new AbortController();
    reply.raw.once('close', () => left.abort());
    try {
      const answer = await pool.request({
        method: methodOf(request),
        path: forwarded.path,
        headers: forwardedHeaders(request),
        signal: left.signal,
        ...(forwarded.body && { body: forwarded.body }),
      });
      reply.code(answer.statusCode).headers(endToEnd(answer.headers));
      return reply.send(answer.body);
    } catch (error) {
      if (!left.signal.aborted)
        this.logger.warn(
          { err: error, requestId: request.id, subgraph: name },
          'a street did not answer a request beside GraphQL',
        );
      return sendProblem(reply, unavailable(title, name));
    }
  }

  #noStreet(street: string): Problem {
    const known = [...new Set([...this.#doors.values()].map(({ name, title }) => `${name}（${title}）`))];
    return {
      code: 'NOT_FOUND',
      message: `没有街道“${street}”，请从中选择：${known.join('、')} · There is no street "${street}". Choose from ${known.join(', ')}`,
    };
  }
}

const methodOf = ({ method }: FastifyRequest): 'HEAD' | 'GET' | 'POST' =>
  method === 'HEAD' || method === 'POST' ? method : 'GET';

const unavailable = (title: string, name: string): Problem => ({
  code: 'SUBGRAPH_UNAVAILABLE',
  message: `${title}暂不可用，请稍后再试 · The subgraph "${name}" is unavailable. Retry later`,
  extensions: { retryAfterSeconds: RETRY_AFTER_SECONDS },
});
