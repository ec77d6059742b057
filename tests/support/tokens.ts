import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from '@mtg/access';
import { createTokenVerifier, ensureSigningKey, mintToken, publicPart } from '@mtg/identity';

export const ISSUER = 'https://issuer.test';
export const AUDIENCE = 'mentougou';

/** One key for all tests of a worker. */
const made = (async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mtg-test-key-'));
  try {
    return await ensureSigningKey(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
})();

/** Tokens by actor; signing one costs as much as a command. */
const tokens = new Map<string, Promise<string>>();

/** A token for an actor, as the development issuer signs it. */
export function tokenOf(actor: Actor): Promise<string> {
  const key = JSON.stringify(actor);
  const token = tokens.get(key) ?? mint(actor);
  tokens.set(key, token);
  return token;
}

const mint = async (actor: Actor): Promise<string> =>
  mintToken(await made, actor, { issuer: ISSUER, audience: AUDIENCE, expiresInSeconds: 3600 });

/** The keys by which tokens of `tokenOf` are verified, as an issuer publishes them. */
export const publicKeys = async () => ({ keys: [publicPart(await made)] });

const verifier = (async () =>
  createTokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    clockSkewSeconds: 30,
    jwks: await publicKeys(),
  }))();

/** Actors by header; a signature is checked once, also where thousands of commands carry it. */
const verified = new Map<string, Promise<Actor | undefined>>();

/** Verifies tokens of `tokenOf` as a subgraph does. */
export async function authenticate(authorization: string | undefined): Promise<Actor | undefined> {
  const verify = await verifier;
  if (authorization === undefined) return verify(authorization);
  const known = verified.get(authorization) ?? verify(authorization);
  verified.set(authorization, known);
  return known;
}
