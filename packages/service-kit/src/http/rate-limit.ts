import { createHash } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { clientKey } from './client-address';
import { errorBodyAt } from './error-at';

const WINDOW_MS = 60_000;

/** An office with many users may share an address, so it has the share of as many tokens. */
const TOKENS_PER_ADDRESS = 5;

/** Tokens and addresses that are counted at a time; beyond them those seen longest ago are forgotten. */
const MOST_COUNTED = 20_000;

/**
 * Refuses what a client asks beyond its share of a minute, before its body is read. A token counts whether or not it is
 * valid; requests without one count together by their address. An address as a whole has five shares.
 *
 * @param isLimited tells by its path whether a route is
 * @param perMinute requests with one token; 0 for no limit
 */
export async function limitRate(
  app: FastifyInstance,
  isLimited: (route: string | undefined) => boolean,
  perMinute: number,
): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, { global: false, cache: MOST_COUNTED });
  const common = { timeWindow: WINDOW_MS, cache: MOST_COUNTED };
  const limits = [
    app.createRateLimit({ ...common, max: perMinute, keyGenerator: callerOf }),
    app.createRateLimit({
      ...common,
      max: perMinute * TOKENS_PER_ADDRESS,
      keyGenerator: addressOf,
    }),
  ];
  app.addHook('onRequest', async (request, reply) => {
    if (!isLimited(request.routeOptions.url)) return undefined;
    for (const limit of limits) {
      const state = await limit(request);
      if (!state.isAllowed && state.isExceeded) {
        const seconds = state.ttlInSeconds;
        return refuseForNow(
          reply,
          seconds,
          `请求过于频繁，请在 ${seconds} 秒后再试 · Too many requests. Retry in ${seconds} s`,
        );
      }
    }
    return undefined;
  });
}

/** Keys of a client with a token, and of one without. Tokens are not stored, even in memory. */
export function callerOf({ headers, ip }: FastifyRequest): string {
  const { authorization } = headers;
  if (authorization === undefined) return `anonymous ${clientKey(ip)}`;
  return `token ${createHash('sha256').update(authorization).digest('base64')}`;
}

/** Key that all clients of an address share. */
export const addressOf = ({ ip }: FastifyRequest): string => `address ${clientKey(ip)}`;

/** Answers 429 to a client that is beyond its share. */
export const refuseForNow = (reply: FastifyReply, seconds: number, message: string): FastifyReply =>
  reply
    .code(429)
    .header('retry-after', seconds)
    .send(
      errorBodyAt(reply.request.url, 'RATE_LIMITED', message, {
        retryAfterSeconds: seconds,
        requestId: reply.request.id,
      }),
    );
