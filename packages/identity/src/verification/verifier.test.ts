import { createPublicKey } from 'node:crypto';
import type { Actor } from '@mtg/access';
import { exportJWK, generateKeyPair, importJWK, SignJWT, type JWTHeaderParameters } from 'jose';
import { mintToken } from '../development/mint-token';
import { publicPart, SIGNING_ALGORITHM, type SigningKey } from '../development/signing-key';
import { TokenRefused } from './token-problem';
import { createTokenVerifier } from './verifier';

const ISSUER = 'https://sso.example.cn';
const AUDIENCE = 'mentougou';
const NOW = new Date('2026-03-02T08:00:00+08:00');
const SECONDS = Math.floor(NOW.getTime() / 1000);
const ACTOR: Actor = { subject: 'u-1', name: '张三', role: 'DISPATCHER', street: 'DAYU' };
const CLAIMS = {
  sub: 'u-1',
  name: '张三',
  role: 'DISPATCHER',
  street: 'DAYU',
  iss: ISSUER,
  aud: AUDIENCE,
  exp: SECONDS + 60,
};

const makeKey = async (kid: string): Promise<SigningKey> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid } as SigningKey;
};
let key: SigningKey;
let stranger: SigningKey;
let verify: ReturnType<typeof createTokenVerifier>;
beforeAll(async () => {
  key = await makeKey('k-1');
  stranger = await makeKey('k-1');
  verify = createTokenVerifier({
    issuer: ISSUER,
    audience: AUDIENCE,
    clockSkewSeconds: 30,
    jwks: { keys: [publicPart(key)] },
    now: () => NOW,
  });
});

const sign = async (claims: object, header: Partial<JWTHeaderParameters> = {}, by = key): Promise<string> => {
  const token = await new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: by.kid, ...header })
    .sign(await importJWK({ ...by }, 'ES256'));
  return `Bearer ${token}`;
};
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const problemOf = async (authorization: string): Promise<string> =>
  verify(authorization).then(
    () => 'none',
    (error: unknown) => (error instanceof TokenRefused ? error.problem : String(error)),
  );

it('knows who acts by what it mints itself', async () => {
  const terms = { issuer: ISSUER, audience: AUDIENCE, expiresInSeconds: 60, now: () => NOW };
  expect(await verify(`Bearer ${await mintToken(key, ACTOR, terms)}`)).toEqual(ACTOR);
});

it('knows no actor without a header', async () => {
  expect(await verify(undefined)).toBeUndefined();
});

it.each(['at+jwt', 'JWT', 'application/at+jwt', undefined])('takes the type %s', async (typ) => {
  expect(await verify(await sign(CLAIMS, typ === undefined ? {} : { typ }))).toEqual(ACTOR);
});

it.each([
  ['', 'scheme'],
  ['Basic dXNlcjpwYXNz', 'scheme'],
  ['Bearer', 'scheme'],
  ['Bearer a b', 'scheme'],
  ['Bearer x', 'malformed'],
  ['Bearer a.b.c', 'malformed'],
  ['Bearer a.b.c.d.e', 'malformed'],
  [`Bearer ${'a'.repeat(8193)}`, 'too-long'],
])('refuses %j', async (authorization, problem) => {
  expect(await problemOf(authorization)).toBe(problem);
});

it.each([
  ['another issuer', { iss: 'https://sso.example.com' }, 'issuer'],
  ['no issuer', { iss: undefined }, 'issuer'],
  ['another audience', { aud: 'other' }, 'audience'],
  ['no audience', { aud: undefined }, 'audience'],
  ['an end beyond the clock skew', { exp: SECONDS - 31 }, 'expired'],
  ['an end within the clock skew', { exp: SECONDS - 29 }, 'none'],
  ['no end', { exp: undefined }, 'claims'],
  ['an end that is no number', { exp: 'tomorrow' }, 'claims'],
  ['a beginning beyond the clock skew', { nbf: SECONDS + 31 }, 'not-yet-valid'],
  ['a beginning within the clock skew', { nbf: SECONDS + 29 }, 'none'],
  ['no subject', { sub: undefined }, 'claims'],
  ['an unknown role', { role: 'KING' }, 'claims'],
  ['two roles', { role: ['DISPATCHER', 'AUDITOR'] }, 'claims'],
  ['a role without its scope', { street: undefined }, 'claims'],
  ['a scope that the role does not have', { center: 'HEALTH' }, 'claims'],
  ['several audiences, one of them ours', { aud: ['other', AUDIENCE] }, 'none'],
])('%s: %j → %s', async (_what, claims, problem) => {
  expect(await problemOf(await sign({ ...CLAIMS, ...claims }))).toBe(problem);
});

it('says of a right token that is too long just that, and the limit', async () => {
  const token = await sign({ ...CLAIMS, groups: 'g'.repeat(8192) });
  await expect(verify(token)).rejects.toThrow(/超过 8192 个字符.*longer than 8192 characters/);
  expect(await problemOf(await sign({ ...CLAIMS, groups: 'g'.repeat(4000) }))).toBe('none');
});

it.each(['logout+jwt', 'dpop+jwt', 'secevent+jwt'])('refuses a token of the type %s', async (typ) => {
  expect(await problemOf(await sign(CLAIMS, { typ }))).toBe('malformed');
});

it('refuses an extension that it does not know', async () => {
  const header = { alg: 'ES256', kid: key.kid, crit: ['cap'], cap: 1 };
  expect(await problemOf(`Bearer ${part(header)}.${part(CLAIMS)}.AAAA`)).toBe('malformed');
});

describe('a signature', () => {
  it('of another key, under the same or another name, is wrong', async () => {
    expect(await problemOf(await sign(CLAIMS, {}, stranger))).toBe('signature');
    expect(await problemOf(await sign(CLAIMS, { kid: 'k-2' }))).toBe('signature');
  });

  it('of other claims is wrong', async () => {
    const [header, , signature] = (await sign(CLAIMS)).split('.');
    const forged = `${header}.${part({ ...CLAIMS, role: 'AUDITOR', street: undefined })}.${signature}`;
    expect(await problemOf(forged)).toBe('signature');
  });

  it('must be there', async () => {
    const [header, payload] = (await sign(CLAIMS)).split('.');
    expect(await problemOf(`${header}.${payload}.`)).toBe('signature');
    for (const alg of ['none', 'None', 'NONE'])
      expect(await problemOf(`Bearer ${part({ alg })}.${part(CLAIMS)}.`)).toBe('malformed');
  });

  it('by a shared secret does not count, least of all the public key as one', async () => {
    const spki = createPublicKey({ key: publicPart(key), format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString();
    for (const alg of ['HS256', 'HS512']) {
      const token = await new SignJWT(CLAIMS)
        .setProtectedHeader({ alg, kid: key.kid })
        .sign(Buffer.from(spki.padEnd(64)));
      expect(await problemOf(`Bearer ${token}`)).toBe('malformed');
    }
  });

  it('by a key that the token brings along does not count', async () => {
    const header = { jwk: publicPart(stranger), jku: 'https://evil.example', kid: 'k-1' };
    expect(await problemOf(await sign(CLAIMS, header, stranger))).toBe('signature');
  });

  it.each(['RS256', 'EdDSA', 'ES384', 'PS256'])('by %s counts only if it is on the list', async (alg) => {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const other = createTokenVerifier({
      issuer: ISSUER,
      audience: AUDIENCE,
      clockSkewSeconds: 0,
      jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'k' }] },
      now: () => NOW,
    });
    const token = await new SignJWT(CLAIMS).setProtectedHeader({ alg, kid: 'k' }).sign(privateKey);
    const answer = other(`Bearer ${token}`);
    if (['RS256', 'EdDSA'].includes(alg)) expect(await answer).toEqual(ACTOR);
    else await expect(answer).rejects.toThrow(TokenRefused);
  });
});

it('says what is wrong, Chinese first, with the code and nothing of the token or of its keys', async () => {
  const error: unknown = await verify(await sign({ ...CLAIMS, street: undefined })).catch((e: unknown) => e);
  expect(error).toMatchObject({
    message: expect.stringMatching(/^令牌无效：.*须有 street.* · The token was refused: .*needs street/),
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
  });
  const expired = String(await verify(await sign({ ...CLAIMS, exp: 1 })).catch((e: unknown) => e));
  expect(expired).not.toMatch(/u-1|张三|sso\.example|k-1|jose/);
  expect(SIGNING_ALGORITHM).toBe('ES256');
});
