import type { FastifyInstance } from 'fastify';

/** Data is for programs: a browser that is led to it must not run it, frame it, guess its type, or say where it was. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

const A_YEAR = 'max-age=31536000';

/** Sets the headers that protect browsers; a page that needs more says so itself. */
export function setSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    // Only a trusted proxy can say that the client came by TLS; this server itself speaks none.
    if (request.protocol === 'https') reply.header('strict-transport-security', A_YEAR);
  });
}
