import { hash } from 'node:crypto';
import { Role } from '@mtg/access';
import { readerOf, type Reader } from '@mtg/bi-doors';
import { refuse } from '@mtg/service-kit';
import { scramVerifier } from '@mtg/subgraph-kit';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { stateOf, type Key } from '../keys/key';
import type { Credentials } from './credentials';
import { isSecretOf } from './verify-secret';

/** To derive a secret takes milliseconds, and tools send the same one with each request. */
const REMEMBERED_FOR_MS = 60_000;
const MOST_REMEMBERED = 1000;

type KnownKey = Pick<Key, 'street' | 'expiresAt' | 'revokedAt'> & { readonly verifier: string };

/** Takes the place of a key that does not exist, so that the time of an answer does not tell which names there are. */
const NO_KEY = scramVerifier('');

/** Readers by their keys. Whether a key counts is asked with each request; only its derivation is remembered. */
export class KeyReaders {
  /** Digests of secrets, with the verifier that they fit. */
  readonly #derived = new LRUCache<string, string>({ max: MOST_REMEMBERED, ttl: REMEMBERED_FOR_MS });

  /** @param pool of the role that serves */
  constructor(private readonly pool: Pick<Pool, 'query'>) {}

  /** @throws PublicError UNAUTHENTICATED for a key that is unknown, wrong, revoked or expired */
  async find({ name, secret }: Credentials): Promise<Reader> {
    const { rows } = await this.pool.query<KnownKey>(
      `SELECT street, verifier, expires_at AS "expiresAt", revoked_at AS "revokedAt" FROM warehouse.key WHERE name = $1`,
      [name],
    );
    const [known] = rows;
    const fits = await this.#fits(name, secret, known?.verifier ?? NO_KEY);
    if (!known || !fits) throw refuse.because('UNAUTHENTICATED', WRONG);
    const state = stateOf(known, new Date(Date.now()));
    if (state !== 'VALID') throw refuse.because('UNAUTHENTICATED', endedSentence(state, name));
    const actor = {
      subject: `key:${name}`,
      role: Role.ANALYST,
      ...(known.street !== null && { street: known.street }),
    };
    return { ...readerOf(actor), key: name };
  }

  async #fits(name: string, secret: string, verifier: string): Promise<boolean> {
    // By digest: a secret in memory is a secret that can leak.
    const digest = hash('sha256', `${name}:${secret}`, 'base64');
    if (this.#derived.get(digest) === verifier) return true;
    if (!(await isSecretOf(verifier, secret))) return false;
    this.#derived.set(digest, verifier);
    return true;
  }
}

const WRONG = {
  zh: '密钥名称或密钥有误；请核对，或请管理员用 mtg bi grant 发一个新的',
  en: 'The name or the key is wrong. Check both, or ask the administrator for a new one (mtg bi grant)',
};

const endedSentence = (state: 'EXPIRED' | 'REVOKED', name: string) =>
  state === 'REVOKED'
    ? {
        zh: `密钥“${name}”已被撤销；请管理员用 mtg bi grant 发一个新的`,
        en: `The key “${name}” was revoked. Ask the administrator for a new one (mtg bi grant)`,
      }
    : {
        zh: `密钥“${name}”已过期；请管理员用 mtg bi grant ${name} 换一个新的`,
        en: `The key “${name}” has expired. Ask the administrator for a new one (mtg bi grant ${name})`,
      };
