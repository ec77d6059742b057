import { randomUUID } from 'node:crypto';
import type { Actor } from '@mtg/access';
import { importJWK, SignJWT } from 'jose';
import { SIGNING_ALGORITHM, type SigningKey } from './signing-key';

export interface TokenTerms {
  readonly issuer: string;
  readonly audience: string;
  readonly expiresInSeconds: number;
  readonly now?: () => Date;
}

/** A token that says who acts, signed with the key of development. */
export async function mintToken(key: SigningKey, actor: Actor, terms: TokenTerms): Promise<string> {
  const { subject, ...claims } = actor;
  const issuedAt = Math.floor((terms.now?.() ?? new Date()).getTime() / 1000);
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, kid: key.kid, typ: 'at+jwt' })
    .setSubject(subject)
    .setIssuer(terms.issuer)
    .setAudience(terms.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + terms.expiresInSeconds)
    .setJti(randomUUID())
    .sign(await importJWK({ ...key }, SIGNING_ALGORITHM));
}
