import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requestContext, type RequestContext } from './graphql-route';
import type { RefusedRequest } from './refused-request';

/** Where a subgraph is told of commands that a gateway refused in its place. */
export const REFUSED_ROUTE = '/refused-commands';

/** Names of a few commands, a code and a digest. */
const BODY_LIMIT_BYTES = 16 * 1024;

const shape = z.object({
  commands: z.array(z.string().max(100)).max(100),
  code: z.string().max(100),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
});

/** In place of Fastify's own, which takes a twentieth of a second to compile at each start. */
const validate = (body: unknown): { readonly value: RefusedRequest } | { readonly error: Error } => {
  const { data, error } = shape.safeParse(body);
  return error ? { error } : { value: data };
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
    schema: { body: { type: 'object' } },
    validatorCompiler: () => validate,
    handler: async (request, reply) => {
      await record(request.body, requestContext(request, reply));
      return reply.code(204).send();
    },
  });
}
