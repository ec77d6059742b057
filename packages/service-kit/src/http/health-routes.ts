import type { FastifyInstance } from 'fastify';

/** One thing a process needs in order to serve: a database, a subgraph. */
export interface PartStatus {
  readonly name: string;
  readonly ready: boolean;
  /** Reason for which it needs attention, though the process serves. */
  readonly degraded?: string;
}

/**
 * `GET /healthz`: 200 while the process runs. `GET /readyz`: 200 only when every part answers, otherwise 503; the
 * body names each part, and nothing of hosts or errors. A degraded part needs attention and leaves the service as it is:
 * the status is `degraded` then, with 200, and `reasons` says why.
 */
export function mountHealth(app: FastifyInstance, checkParts: () => Promise<readonly PartStatus[]>): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const parts = await checkParts();
    const ready = parts.every((part) => part.ready);
    const reasons = parts.flatMap(({ name, degraded }) => (degraded === undefined ? [] : [[name, degraded]]));
    const status = reasons.length > 0 ? 'degraded' : 'ready';
    return reply.code(ready ? 200 : 503).send({
      status: ready ? status : 'unavailable',
      parts: Object.fromEntries(parts.map((part) => [part.name, wordFor(part)])),
      ...(reasons.length > 0 && { reasons: Object.fromEntries(reasons) }),
    });
  });
}

function wordFor({ ready, degraded }: PartStatus): string {
  if (!ready) return 'unavailable';
  return degraded === undefined ? 'ready' : 'degraded';
}
