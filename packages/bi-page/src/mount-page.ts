import type { FastifyInstance } from 'fastify';
import { readAssets } from './assets';
import { CONTENT_SECURITY_POLICY, renderPage } from './page';

/** `GET /bi/`: the page. It holds no data: what it shows it asks the doors for, as its user. */
export function mountPage(app: FastifyInstance): void {
  const assets = readAssets();
  const page = renderPage(assets);
  for (const { path, type, content } of assets) {
    app.get(`/bi/${path}`, async (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(content),
    );
  }
  app.get('/bi', async (_request, reply) => reply.redirect('bi/', 308));
  app.get('/bi/', async (_request, reply) =>
    reply
      .headers({ 'content-security-policy': CONTENT_SECURITY_POLICY, 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(page),
  );
}
