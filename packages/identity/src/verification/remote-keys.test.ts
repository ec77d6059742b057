import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import type { Actor } from '@mtg/access';
import { mintToken } from '../development/mint-token';
import { publicPart, type SigningKey } from '../development/signing-key';
import { IdentityUnavailable, TokenRefused } from './token-problem';
import { createTokenVerifier, type TokenVerifier } from './verifier';

/** An issuer as verifiers meet it over HTTP, well and unwell. */
const ACTOR: Actor = { subject: 'u-1', role: 'ANALYST' };
const MINUTE = 60_000;
const makeKey = async (kid: string): Promise<SigningKey> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid } as SigningKey;
};

let server: Server;
let origin: string;
let first: SigningKey;
let second: SigningKey;
let published: readonly SigningKey[];
let status: number;
let body: string | undefined;
let asked: string[];
let failures: unknown[];
let time: number;

beforeAll(async () => {
  [first, second] = [await makeKey('k-1'), await makeKey('k-2')];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const discovery = { issuer: origin, jwks_uri: `${origin}/jwks` };
    const answer = request.url === '/jwks' ? { keys: published.map(publicPart) } : discovery;
    response.writeHead(status, { 'content-type': 'application/json', location: '/jwks' });
    response.end(body ?? JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [published, status, body, asked, failures] = [[first], 200, undefined, [], []];
  time = Date.now();
  jest.spyOn(Date, 'now').mockImplementation(() => time);
});
afterEach(() => jest.restoreAllMocks());

const verifier = (
  options: { jwksUrl?: string; issuer?: string } = { jwksUrl: `${origin}/jwks` },
): TokenVerifier =>
  createTokenVerifier({
    issuer: origin,
    audience: 'a',
    clockSkewSeconds: 0,
    onUnavailable: (error) => failures.push(error),
    ...options,
  });
const token = async (key: SigningKey, issuer = origin): Promise<string> =>
  `Bearer ${await mintToken(key, ACTOR, { issuer, audience: 'a', expiresInSeconds: 86_400 })}`;

it('asks once for many tokens, and not before the first', async () => {
  const verify = verifier();
  expect(await verify(undefined)).toBeUndefined();
  expect(asked).toEqual([]);
  const authorization = await token(first);
  const answers = await Promise.all(Array.from({ length: 20 }, async () => verify(authorization)));
  expect(answers).toEqual(answers.map(() => ACTOR));
  expect(asked).toEqual(['/jwks']);
});

it('finds the keys through the issuer', async () => {
  const verify = verifier({});
  expect(await verify(await token(first))).toEqual(ACTOR);
  expect(asked).toEqual(['/.well-known/openid-configuration', '/jwks']);
});

it('does not take keys of an issuer by another name', async () => {
  const issuer = `${origin}/`;
  await expect(verifier({ issuer })(await token(first, issuer))).rejects.toThrow(IdentityUnavailable);
  expect(String(failures[0])).toContain('is of the issuer');
});

it('asks again for a key that it does not know, but not for every token', async () => {
  const verify = verifier();
  await verify(await token(first));
  published = [first, second];
  const fromSecond = await token(second);
  await expect(verify(fromSecond)).rejects.toThrow(TokenRefused);
  expect(asked).toHaveLength(1);
  time += 31_000;
  expect(await verify(fromSecond)).toEqual(ACTOR);
  expect(asked).toHaveLength(2);
});

it('serves on with the keys it has while the issuer is away, and forgets them after an hour', async () => {
  const verify = verifier();
  const authorization = await token(first);
  await verify(authorization);
  status = 500;
  time += 11 * MINUTE;
  expect(await verify(authorization)).toEqual(ACTOR);
  time += 50 * MINUTE;
  await expect(verify(authorization)).rejects.toThrow(IdentityUnavailable);
  status = 200;
  time += 3000;
  expect(await verify(authorization)).toEqual(ACTOR);
});

it('takes up within minutes that a key was withdrawn', async () => {
  const verify = verifier();
  const authorization = await token(first);
  await verify(authorization);
  published = [second];
  time += 11 * MINUTE;
  await verify(authorization);
  const refused = async (): Promise<boolean> =>
    verify(authorization).then(
      () => false,
      () => true,
    );
  // The refresh runs beside the answers.
  for (let tries = 0; tries < 100 && !(await refused()); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await refused()).toBe(true);
});

it('verifies a token once a minute, and at once when the keys are others', async () => {
  const verified = jest.spyOn(globalThis.crypto.subtle, 'verify');
  const verify = verifier();
  const authorization = await token(first);
  await verify(authorization);
  // The first of them found the keys on its way.
  await verify(authorization);
  verified.mockClear();
  for (let times = 0; times < 5; times += 1) expect(await verify(authorization)).toEqual(ACTOR);
  expect(verified).not.toHaveBeenCalled();
  time += MINUTE;
  await verify(authorization);
  expect(verified).toHaveBeenCalledTimes(1);

  // Another token brings other keys: the first one is withdrawn.
  published = [second];
  await expect(verify(await token(second))).resolves.toEqual(ACTOR);
  await expect(verify(authorization)).rejects.toThrow(TokenRefused);
});

it.each<[string, () => void]>([
  ['an error', () => (status = 500)],
  ['a redirect', () => (status = 302)],
  ['no JSON', () => (body = '<html>')],
  ['no keys', () => (body = '{"keys": 7}')],
])('%s: nothing is known of the token; others do not ask for a while', async (_what, breakIt) => {
  const verify = verifier();
  breakIt();
  const authorization = await token(first);
  for (let times = 0; times < 3; times += 1) {
    await expect(verify(authorization)).rejects.toMatchObject({
      extensions: { code: 'IDENTITY_UNAVAILABLE', http: { status: 503 } },
    });
  }
  expect(asked).toHaveLength(1);
  expect(failures).toHaveLength(1);
  [status, body] = [200, undefined];
  time += 3000;
  expect(await verify(authorization)).toEqual(ACTOR);
});

it('says nothing of hosts when no server answers', async () => {
  const verify = verifier({ jwksUrl: 'http://127.0.0.1:1/jwks' });
  const error = String(await verify(await token(first)).catch((e: unknown) => e));
  expect(error).toContain('暂时取不到签名公钥');
  expect(error).not.toMatch(/127\.0|ECONN/);
});
