import { actorOf, type Actor } from '@mtg/access';
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose';
import { bearerToken } from './bearer';
import { discoverJwksUrl } from './discovery';
import { RememberedTokens } from './remembered-tokens';
import { remoteKeys, type VerificationKeys } from './remote-keys';
import { IdentityUnavailable, TokenRefused, type TokenProblem } from './token-problem';

/** Signatures that issuers in use make. Never `none`, and never HS*: a public key must not do as a shared secret. */
const ALGORITHMS = ['ES256', 'RS256', 'EdDSA'];

/** An access token, by its own name or the general one, which some issuers leave out; not a logout token, say. */
const TYPES = new Set([undefined, 'jwt', 'at+jwt', 'application/at+jwt']);

export interface VerifierOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly clockSkewSeconds: number;
  /** Where the public keys are; found through the issuer if neither this nor the keys are given. */
  readonly jwksUrl?: string | undefined;
  /** The public keys themselves. */
  readonly jwks?: JSONWebKeySet;
  /** Told why the keys could not be fetched. */
  readonly onUnavailable?: (error: unknown) => void;
  readonly now?: () => Date;
}

/**
 * Verifies an `Authorization` header and returns the actor.
 *
 * @returns undefined without a header: a request without a token
 * @throws TokenRefused (UNAUTHENTICATED) when the token is wrong
 * @throws IdentityUnavailable when it cannot be verified now
 */
export type TokenVerifier = (authorization: string | undefined) => Promise<Actor | undefined>;

export function createTokenVerifier(options: VerifierOptions): TokenVerifier {
  const { issuer, audience, clockSkewSeconds, now = () => new Date(Date.now()) } = options;
  const keys = keysOf(options);
  const remembered = new RememberedTokens(clockSkewSeconds);
  return async (authorization) => {
    const token = bearerToken(authorization);
    if (token === undefined) return undefined;
    // What arrives while it is verified does not count as what it was verified by.
    const circumstances = { now: now(), keys: keys.generation() };
    const known = remembered.find(token, circumstances);
    if (known) return known;
    const { payload, protectedHeader } = await jwtVerify<{ readonly exp: number }>(token, keys.find, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      clockTolerance: clockSkewSeconds,
      requiredClaims: ['exp', 'sub'],
      currentDate: circumstances.now,
    }).catch((error: unknown) => {
      throw explained(error);
    });
    if (!TYPES.has(protectedHeader.typ?.toLowerCase())) throw new TokenRefused('malformed');
    const { actor, problems } = actorOf(payload);
    if (!actor) throw new TokenRefused('claims', problems);
    remembered.note(token, actor, payload.exp, circumstances);
    return actor;
  };
}

function keysOf({
  issuer,
  jwksUrl,
  jwks,
  onUnavailable = () => undefined,
}: VerifierOptions): VerificationKeys {
  if (jwks) return { find: createLocalJWKSet(jwks), generation: () => 0 };
  return remoteKeys(async () => jwksUrl ?? discoverJwksUrl(issuer), onUnavailable);
}

/** Problems that jose reports, by its error codes. Any other error arose while fetching the keys. */
const PROBLEMS: Readonly<Record<string, TokenProblem>> = {
  ERR_JWT_EXPIRED: 'expired',
  ERR_JWT_CLAIM_VALIDATION_FAILED: 'claims',
  ERR_JWT_INVALID: 'malformed',
  ERR_JWS_INVALID: 'malformed',
  ERR_JOSE_ALG_NOT_ALLOWED: 'malformed',
  ERR_JOSE_NOT_SUPPORTED: 'malformed',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'signature',
  ERR_JWKS_NO_MATCHING_KEY: 'signature',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'signature',
};
const CLAIM_PROBLEMS: Readonly<Record<string, TokenProblem>> = {
  iss: 'issuer',
  aud: 'audience',
  nbf: 'not-yet-valid',
};

/** Asked by code and not with `instanceof`, so that a second copy of jose would change nothing. */
function explained(error: unknown): Error {
  const { code, claim } = error as { readonly code?: string; readonly claim?: string };
  const problem = PROBLEMS[code ?? ''];
  if (problem === undefined) return new IdentityUnavailable();
  return new TokenRefused(problem === 'claims' ? (CLAIM_PROBLEMS[claim ?? ''] ?? problem) : problem);
}
