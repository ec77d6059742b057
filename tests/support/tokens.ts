import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@mtg/access';
import { createTokenVerifier, ensureSigningKey, mintToken, publicPart } from '@mtg/identity';

export const ISSUER = 'https://issuer.test';
export const AUDIENCE = 'mentougou';

/** One key for all tests of a file, made when first asked for. */
const made = (async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mtg-test-key-'));
  try {
    return await ensureSigningKey(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
})();

/** A token for somebody, as the issuer of development would sign it. */
export const tokenOf = async (actor: Actor): Promise<string> =>
  mintToken(await made, actor, { issuer: ISSUER, audience: AUDIENCE, expiresInSeconds: 3600 });

/** The keys by which tokens of `tokenOf` are verified, as an issuer publishes them. */
export const publicKeys = async () => ({ keys: [publicPart(await made)] });

/** Verifies tokens of `tokenOf` as a subgraph does. */
export async function authenticate(authorization: string | undefined): Promise<Actor | undefined> {
  const verify = createTokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    clockSkewSeconds: 30,
    jwks: await publicKeys(),
  });
  return verify(authorization);
}
