import type { FastifyInstance } from 'fastify';

/** One thing a process needs in order to serve: a database, a subgraph. */
export interface PartStatus {
  readonly name: string;
  readonly ready: boolean;
}

/**
 * `GET /healthz`: 200 while the process runs. `GET /readyz`: 200 only when every part answers, otherwise 503; the
 * body names each part, and nothing of hosts or errors.
 */
export function mountHealth(app: FastifyInstance, checkParts: () => Promise<readonly PartStatus[]>): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const parts = await checkParts();
    const ready = parts.every((part) => part.ready);
    return reply.code(ready ? 200 : 503).send({
      status: ready ? 'ready' : 'unavailable',
      parts: Object.fromEntries(parts.map((part) => [part.name, part.ready ? 'ready' : 'unavailable'])),
    });
  });
}
