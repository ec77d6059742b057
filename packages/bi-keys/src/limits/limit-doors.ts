import { addressOf, limitRate, refuseForNow } from '@mtg/service-kit';
import type { FastifyInstance } from 'fastify';
import { Failures } from './failures';

/** Logins that fail, from one address within a minute. An office with many users may share an address. */
const FAILURES_PER_MINUTE = 30;

/** True for the addresses of the doors. */
const isDoor = (route: string | undefined): boolean => /^\/(bi|odata)(\/|$)/.test(route ?? '');

/**
 * Refuses what a client asks of the doors beyond its share, and an address whose logins fail again and again. To be called
 * before the doors are mounted.
 *
 * @param perMinute requests with one key or token; 0 for no limit
 */
export async function limitDoors(app: FastifyInstance, perMinute: number): Promise<void> {
  await limitRate(app, isDoor, perMinute);
  const failures = new Failures(FAILURES_PER_MINUTE);
  app.addHook('onRequest', async (request, reply) => {
    if (!isDoor(request.routeOptions.url)) return undefined;
    const seconds = failures.wait(addressOf(request));
    if (seconds === undefined) return undefined;
    return refuseForNow(
      reply,
      seconds,
      `此地址登录失败次数过多，请核对密钥，在 ${seconds} 秒后再试 · Too many failed logins from this address. Check the key, and retry in ${seconds} s`,
    );
  });
  app.addHook('onSend', async (request, reply) => {
    if (reply.statusCode === 401 && request.headers.authorization !== undefined)
      failures.note(addressOf(request));
  });
}
