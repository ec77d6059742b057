import { request } from 'undici';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { withPlatform, type Platform } from '../test-support/platform';

const LARGE = `{ __schema { types { name description fields { name } } } }`;
const SMALL = '{ dayu { code } }';

const ask = async ({ gateway }: Platform, query: string, accepted: string) => {
  const { headers, body } = await request(`${gateway.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-encoding': accepted },
    body: JSON.stringify({ query }),
  });
  return { headers, bytes: Buffer.from(await body.arrayBuffer()) };
};

it.each([
  ['br', 'gzip, br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
])('compresses a large answer with %s for a client that accepts it', async (encoding, accepted, unpack) => {
  await withPlatform({}, async (platform) => {
    const { headers, bytes } = await ask(platform, LARGE, accepted);
    const plain = await ask(platform, LARGE, 'identity');
    expect(headers['content-encoding']).toBe(encoding);
    expect(String(headers['vary']).toLowerCase()).toContain('accept-encoding');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(unpack(bytes).equals(plain.bytes)).toBe(true);
    expect(bytes.length).toBeLessThan(plain.bytes.length / 2);
  });
});

it('leaves a small answer as it is', async () => {
  await withPlatform({}, async (platform) => {
    const { headers, bytes } = await ask(platform, SMALL, 'gzip, br');
    expect(headers['vary']).toBe('accept-encoding');
    expect(headers['content-encoding']).toBeUndefined();
    expect(bytes.toString()).toBe('{"data":{"dayu":{"code":"DAYU"}}}');
  });
});
