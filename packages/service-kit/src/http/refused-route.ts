import type { FastifyInstance } from 'fastify';
import { requestContext, type RequestContext } from './graphql-route';
import type { RefusedRequest } from './refused-request';

/** Where a subgraph is told of commands that a gateway refused in its place. */
export const REFUSED_ROUTE = '/refused-commands';

/** Names of a few commands, a code and a digest. */
const BODY_LIMIT_BYTES = 16 * 1024;

const SCHEMA = {
  type: 'object',
  required: ['commands', 'code', 'digest'],
  additionalProperties: false,
  properties: {
    commands: { type: 'array', maxItems: 100, items: { type: 'string', maxLength: 100 } },
    code: { type: 'string', maxLength: 100 },
    digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  },
};

/** Lets a gateway say what it refused, by the token that it was sent with. Nothing is answered but that it is done. */
export function mountRefusedRoute(
  app: FastifyInstance,
  record: (refused: RefusedRequest, request: RequestContext) => Promise<void>,
): void {
  app.route<{ Body: RefusedRequest }>({
    method: 'POST',
    url: REFUSED_ROUTE,
    bodyLimit: BODY_LIMIT_BYTES,
    schema: { body: SCHEMA },
    handler: async (request, reply) => {
      await record(request.body, requestContext(request, reply));
      return reply.code(204).send();
    },
  });
}
