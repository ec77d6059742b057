import { askSparingly, type Values } from '@mtg/service-kit';
import type { identityVariables } from '../config';
import { discoverJwksUrl } from './discovery';
import { fetchKeys } from './remote-keys';

const GOOD_FOR_MS = 5000;
const LIMIT_MS = 2000;

/**
 * Tells whether the issuer of tokens gives its keys now. Keys that were fetched before go on serving for a while, so that
 * tokens may still be accepted when this says no.
 */
export function issuerProbe({
  OIDC_ISSUER: issuer,
  JWKS_URL: jwksUrl,
}: Pick<Values<typeof identityVariables>, 'OIDC_ISSUER' | 'JWKS_URL'>): () => Promise<boolean> {
  return askSparingly(
    async () =>
      fetchKeys(jwksUrl ?? (await discoverJwksUrl(issuer)), { signal: AbortSignal.timeout(LIMIT_MS) }),
    GOOD_FOR_MS,
  );
}
