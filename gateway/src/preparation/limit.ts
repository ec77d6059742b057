import { createHash } from 'node:crypto';
import { addressOf, callerOf, refuseForNow, searchOf, WorkShares } from '@mtg/service-kit';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { measuring } from './stopwatch';

/** Seconds of a client's share that it may have at once: with a quarter of the thread, 5 s of work. */
const BURST_SECONDS = 20;

/** An office with many users may share an address; more would leave others too little of the one thread. */
const CALLERS_PER_ADDRESS = 2;

/** Tokens, and addresses, that are counted at a time. */
const MOST_COUNTED = 20_000;

/** Tells whether a document is parsed, validated and planned, by the hash of its text and the key of its plan. */
export type IsPrepared = (documentHash: string, planKey: string) => boolean;

/**
 * Limits how much of the gateway's one thread a client may use up by documents that are new: a large one takes hundreds of
 * milliseconds before anything is executed, and no count of requests limits that. Documents that are prepared cost
 * nothing and are answered in any case.
 *
 * @param percent of the thread for one token, or for an address without tokens; 0 for no limit
 */
export function limitPreparation(
  app: FastifyInstance,
  path: string,
  percent: number,
  isPrepared: IsPrepared,
): void {
  if (percent === 0) return;
  const sharesOf = (share: number) =>
    new WorkShares({ share, burstMs: share * BURST_SECONDS * 1000, most: MOST_COUNTED });
  const callers = sharesOf(percent / 100);
  const addresses = sharesOf((percent / 100) * CALLERS_PER_ADDRESS);
  app.addHook('preHandler', (request, reply, done) => {
    if (request.routeOptions.url !== path) return done();
    const [caller, address] = [callerOf(request), addressOf(request)];
    const seconds = Math.max(callers.secondsToWait(caller), addresses.secondsToWait(address));
    if (seconds > 0 && !asksPrepared(request, isPrepared)) {
      void refuseForNow(reply, seconds, sentence(seconds));
      return undefined;
    }
    const charge = (ms: number) => {
      callers.charge(caller, ms);
      addresses.charge(address, ms);
    };
    return measuring(charge, done);
  });
}

/** Requests without a document need no preparation. */
function asksPrepared(request: FastifyRequest, isPrepared: IsPrepared): boolean {
  const asked = askedIn(request);
  if (typeof asked.query !== 'string') return true;
  const hash = sha256(asked.query);
  const name = asked.operationName;
  // As Apollo's gateway makes the key of a plan.
  return isPrepared(hash, typeof name === 'string' && name !== '' ? sha256(hash + name) : hash);
}

function askedIn({ method, body, url }: FastifyRequest): {
  readonly query?: unknown;
  readonly operationName?: unknown;
} {
  if (method === 'POST') return typeof body === 'object' && body !== null ? body : {};
  return Object.fromEntries(new URLSearchParams(searchOf(url)));
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const sentence = (seconds: number): string =>
  `新的查询文档用去太多准备时间，请在 ${seconds} 秒后再试；已知的文档照常应答：请重复使用同一文档，以变量传值 · ` +
  `New query documents have used too much preparation time. Retry in ${seconds} s. Known documents are still answered: reuse one document and pass values as variables`;
