import { readerOf, type Doors } from '@mtg/bi-doors';
import type { TokenVerifier } from '@mtg/identity';
import { refuse } from '@mtg/service-kit';
import type { Pool } from 'pg';
import { credentialsOf } from './credentials';
import { KeyReaders } from './key-readers';

/**
 * Finds the reader of a header `Authorization`: the actor of a token, or an analyst with a key.
 *
 * @param pool of the role that serves
 */
export function authenticateReader(
  pool: Pick<Pool, 'query'>,
  verifyToken: TokenVerifier,
): Doors['authenticate'] {
  const keys = new KeyReaders(pool);
  return async (authorization) => {
    if (authorization === undefined) throw refuse.because('UNAUTHENTICATED', MISSING);
    const credentials = credentialsOf(authorization);
    if (credentials) return keys.find(credentials);
    if (/^Basic/i.test(authorization.trim())) throw refuse.because('UNAUTHENTICATED', MISSING);
    if (/^Bearer +[^\s:]+:/i.test(authorization.trim())) throw refuse.because('UNAUTHENTICATED', COLON);
    const actor = await verifyToken(authorization);
    if (!actor) throw refuse.because('UNAUTHENTICATED', MISSING);
    return readerOf(actor);
  };
}

const COLON = {
  zh: '密钥与名称之间应为点而不是冒号：Authorization: Bearer 名称.密钥；冒号用于 Basic',
  en: 'Between name and key there is a dot, not a colon: Authorization: Bearer NAME.KEY. The colon belongs to Basic',
};

const MISSING = {
  zh: '需要身份：Authorization: Basic（密钥名称和密钥）、Bearer 名称.密钥，或 Bearer 令牌。密钥由管理员用 mtg bi grant 发放',
  en: 'Say who reads: Authorization: Basic with name and key, Bearer NAME.KEY, or Bearer with a token. Ask the administrator for a key (mtg bi grant)',
};
