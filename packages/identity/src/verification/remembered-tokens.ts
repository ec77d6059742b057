import { hash } from 'node:crypto';
import type { Actor } from '@mtg/access';
import { LRUCache } from 'lru-cache';

/** As many as work with the platform at once; each takes some hundred bytes. */
const MOST_TOKENS = 5000;

/** A token is verified again after this long, so that the keys are looked at, and a withdrawn one is noticed. */
const REMEMBERED_FOR_MS = 60_000;

interface Remembered {
  readonly actor: Actor;
  /** The claim `exp`, in seconds. */
  readonly expires: number;
  readonly verifiedAt: number;
  readonly keys: number;
}

/** Inputs of a verification besides the token. */
export interface Circumstances {
  readonly now: Date;
  /** Another number whenever the keys are others. */
  readonly keys: number;
}

/**
 * Tokens that were verified, for a minute and no longer than they are valid. A signature takes a processor about as long as
 * a small query, and clients send the same token with each request. Refused tokens are not remembered.
 *
 * @example
 * const remembered = new RememberedTokens(30);
 * const actor = remembered.find(token, { now, keys }) ?? (await verify(token));
 */
export class RememberedTokens {
  // By digest: a token in memory is a token that can leak.
  readonly #byDigest = new LRUCache<string, Remembered>({ max: MOST_TOKENS });

  /** @param clockSkewSeconds how long a token counts after it has expired */
  constructor(private readonly clockSkewSeconds: number) {}

  /** The actor of a token that was verified by the keys that still count. */
  find(token: string, { now, keys }: Circumstances): Actor | undefined {
    const digest = digestOf(token);
    const known = this.#byDigest.get(digest);
    if (!known) return undefined;
    const age = now.getTime() - known.verifiedAt;
    const isCurrent = known.keys === keys && age >= 0 && age < REMEMBERED_FOR_MS;
    if (isCurrent && !this.#isExpired(known, now)) return known.actor;
    this.#byDigest.delete(digest);
    return undefined;
  }

  /** Remembers a verified token. @param expires its claim `exp` */
  note(token: string, actor: Actor, expires: number, { now, keys }: Circumstances): void {
    this.#byDigest.set(digestOf(token), { actor, expires, verifiedAt: now.getTime(), keys });
  }

  /** As jose decides it. */
  #isExpired({ expires }: Remembered, now: Date): boolean {
    return expires <= Math.floor(now.getTime() / 1000) - this.clockSkewSeconds;
  }
}

const digestOf = (token: string): string => hash('sha256', token, 'base64');
