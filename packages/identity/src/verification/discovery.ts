import { z } from 'zod';
import { isSafeToFetchFrom } from '../safe-address';

const TIMEOUT_MS = 3000;

const Configuration = z.object({ issuer: z.string(), jwks_uri: z.url().refine(isSafeToFetchFrom) });

/**
 * Asks an issuer where its keys are (OpenID Connect Discovery).
 *
 * @throws Error when it does not answer, or answers for another issuer
 */
export async function discoverJwksUrl(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  const found = Configuration.parse(await response.json());
  if (found.issuer !== issuer) throw new Error(`${url} is of the issuer ${found.issuer}`);
  return found.jwks_uri;
}
