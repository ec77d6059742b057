import type { FastifyInstance } from 'fastify';

/**
 * Starts to listen and logs the address once, in words for people.
 *
 * @returns the origin, e.g. `http://127.0.0.1:4000`
 * @throws the socket's error (EADDRINUSE …)
 */
export const listen = (
  app: FastifyInstance,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> =>
  app.listen({ host, port, listenTextResolver: (address) => `服务地址 · listening at ${address}/graphql` });
