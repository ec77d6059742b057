import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '@mtg/service-kit';
import { createTokenVerifier } from '../verification/verifier';
import { readIssuerConfig } from './config';
import { startIssuer } from './issuer';
import { mintToken } from './mint-token';
import { ensureSigningKey, publicPart, readSigningKey } from './signing-key';

let data: string;
beforeEach(() => (data = mkdtempSync(join(tmpdir(), 'mtg-identity-'))));
afterEach(() => rmSync(data, { recursive: true }));
const file = (): string => join(data, 'identity', 'signing-key.json');
const mode = (path: string): number => statSync(path).mode & 0o777;

describe('the signing key', () => {
  it('is made once, for this user’s eyes only', async () => {
    expect(readSigningKey(data)).toBeUndefined();
    const key = await ensureSigningKey(data);
    expect([mode(file()), mode(join(data, 'identity'))]).toEqual([0o600, 0o700]);
    expect(await ensureSigningKey(data)).toEqual(key);
    expect(readSigningKey(data)).toEqual(key);
    expect(readdirSync(join(data, 'identity'))).toEqual(['signing-key.json']);
  });

  it('is one, however many make it at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, async () => ensureSigningKey(data)));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(1);
    expect(readdirSync(join(data, 'identity'))).toEqual(['signing-key.json']);
  });

  it.each([0o640, 0o604, 0o620])('is refused with mode %o', async (wrong) => {
    await ensureSigningKey(data);
    chmodSync(file(), wrong);
    expect(() => readSigningKey(data)).toThrow(ConfigurationError);
    await expect(ensureSigningKey(data)).rejects.toThrow('Other users may');
  });

  it.each(['', '{}', 'not JSON', '{"kty":"RSA"}'])('%j is none, and is not written over', async (text) => {
    await ensureSigningKey(data);
    writeFileSync(file(), text);
    await expect(ensureSigningKey(data)).rejects.toThrow('does not contain a signing key');
    expect(readFileSync(file(), 'utf8')).toBe(text);
  });

  it('has a public part without the secret', async () => {
    const key = await ensureSigningKey(data);
    expect(JSON.stringify(publicPart(key))).not.toContain(key.d);
    expect(publicPart(key)).toMatchObject({ kid: key.kid, alg: 'ES256', use: 'sig' });
  });
});

describe('the issuer', () => {
  const issuer = 'http://identity.mentougou.localhost';

  it('publishes what tokens are verified with, and nothing secret', async () => {
    const config = readIssuerConfig({
      OIDC_ISSUER: issuer,
      MTG_DATA_DIR: data,
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    const service = await startIssuer(config);
    try {
      const { origin } = service;
      const json = async (path: string): Promise<unknown> => (await fetch(`${origin}${path}`)).json();
      expect(await json('/.well-known/openid-configuration')).toMatchObject({
        issuer,
        jwks_uri: `${origin}/jwks.json`,
      });
      expect((await fetch(`${origin}/readyz`)).status).toBe(200);
      const key = await ensureSigningKey(data);
      expect(await json('/jwks.json')).toEqual({ keys: [publicPart(key)] });

      const actor = { subject: 'u', role: 'AUDITOR' } as const;
      const token = await mintToken(key, actor, { issuer, audience: 'mentougou', expiresInSeconds: 60 });
      const verify = createTokenVerifier({
        issuer,
        audience: 'mentougou',
        clockSkewSeconds: 0,
        jwksUrl: `${origin}/jwks.json`,
      });
      expect(await verify(`Bearer ${token}`)).toEqual(actor);
    } finally {
      await service.stop();
    }
  });

  it('does not start with a key that others may read', async () => {
    await ensureSigningKey(data);
    chmodSync(file(), 0o644);
    const config = readIssuerConfig({
      OIDC_ISSUER: issuer,
      MTG_DATA_DIR: data,
      PORT: '0',
      LOG_LEVEL: 'silent',
    });
    await expect(startIssuer(config)).rejects.toThrow(ConfigurationError);
    expect(existsSync(file())).toBe(true);
  });
});
