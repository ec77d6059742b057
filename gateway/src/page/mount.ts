import type { FastifyInstance } from 'fastify';
import { readPageAssets } from './assets';
import { CONTENT_SECURITY_POLICY, renderPage } from './html';

const PAGE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cache-control': 'no-cache',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  // The same address gives JSON to a client that asks for it.
  vary: 'Accept',
};

const ASSET_HEADERS = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
  vary: 'Accept-Encoding',
};

/** Serves the files of the page and returns the page itself, for browsers that open `/graphql`. */
export function mountBrowserPage(app: FastifyInstance): () => string {
  const assets = readPageAssets();
  for (const { path, type, content, gzipped } of [...assets.styles, ...assets.scripts]) {
    app.get(path, async (request, reply) => {
      reply.headers(ASSET_HEADERS).type(type);
      if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(content);
      return reply.header('content-encoding', 'gzip').send(gzipped);
    });
  }
  app.addHook('onSend', async (_request, reply) => {
    if (String(reply.getHeader('content-type')).startsWith('text/html')) reply.headers(PAGE_HEADERS);
  });
  const page = renderPage(assets);
  return () => page;
}
