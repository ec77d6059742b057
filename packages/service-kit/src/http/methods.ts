import type { FastifyInstance, FastifyReply } from 'fastify';
import { errorBody } from './request-refused';

/**
 * Answers methods that an address does not have: OPTIONS with what it has, all others with 405, before their body is read.
 * To be called before any route is added.
 */
export function answerOtherMethods(app: FastifyInstance): void {
  const methods = new Map<string, Set<string>>();
  /** Addresses with names in them, such as `/bi/:file`. */
  const patterns = new Map<string, RegExp>();
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set<string>();
    for (const each of [method].flat()) known.add(each);
    methods.set(url, known);
    if (url.includes('/:')) patterns.set(url, new RegExp(`^${url.replaceAll(/:[^/]+/g, '[^/]+')}$`));
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return undefined;
    const path = request.url.replace(/[?#].*$/s, '');
    const known = methods.get(path) ?? methods.get(matching(patterns, path));
    return known && answer(reply, request.method, path, [...known].sort());
  });
}

const matching = (patterns: ReadonlyMap<string, RegExp>, path: string): string =>
  [...patterns].find(([, pattern]) => pattern.test(path))?.[0] ?? '';

function answer(reply: FastifyReply, method: string, path: string, known: readonly string[]): FastifyReply {
  reply.header('allow', [...known, 'OPTIONS'].join(', '));
  if (method === 'OPTIONS') return reply.code(204).send();
  return reply
    .code(405)
    .send(
      errorBody(
        'BAD_REQUEST',
        `${path} 不接受 ${method}，只接受 ${known.join('、')} · ${path} does not accept ${method}, only ${known.join(', ')}`,
      ),
    );
}
