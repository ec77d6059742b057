import { withPlatform, type Platform } from '../../test-support/platform';
import { parse } from 'graphql';
import { PreparedDocuments } from './prepared-documents';

const KNOWN = 'query Known { dayu { code } }';
let documents = 0;

/** A document that no test has sent yet, and that takes long to plan. */
function fresh(): string {
  documents += 1;
  const fields = Array.from({ length: 150 }, (_, i) => `a${documents}_${i}: centers { name }`);
  return `{ streets { ${fields.join(' ')} } }`;
}

const OPTIONS = { preparationShare: 1, proxies: ['127.0.0.1'] };
const CLIENT = { 'x-forwarded-for': '192.0.2.1' };
const OTHER = { 'x-forwarded-for': '192.0.2.2' };

/** Sends new documents until one is refused. */
async function useUp({ ask }: Platform, headers: () => Record<string, string>) {
  for (let i = 0; i < 100; i++) {
    const answer = await ask(fresh(), { headers: headers() });
    if (answer.status !== 200) return answer;
  }
  return undefined;
}

it('refuses new documents of a client whose share is used up, and nothing else', async () => {
  await withPlatform(OPTIONS, async (platform) => {
    const { ask } = platform;
    expect(await ask(KNOWN, { headers: CLIENT })).toMatchObject({ status: 200 });
    const refused = await useUp(platform, () => CLIENT);
    expect(refused?.status).toBe(429);
    expect(refused?.errors).toEqual([
      {
        message: expect.stringMatching(/新的查询文档.* · New query documents .*pass values as variables/),
        extensions: {
          code: 'RATE_LIMITED',
          retryAfterSeconds: expect.any(Number),
          requestId: expect.any(String),
        },
      },
    ]);
    expect((await ask('{ dayu { nothing } }', { headers: CLIENT })).status).toBe(429);
    expect(await ask(KNOWN, { headers: CLIENT })).toMatchObject({
      status: 200,
      data: { dayu: { code: 'DAYU' } },
    });
    expect((await ask(fresh(), { headers: OTHER })).status).toBe(200);
  });
});

it('lets a client get no further by another token each time', async () => {
  await withPlatform(OPTIONS, async (platform) => {
    let tokens = 0;
    const refused = await useUp(platform, () => ({ ...CLIENT, authorization: `Bearer ${(tokens += 1)}` }));
    expect(refused?.status).toBe(429);
  });
});

it('counts documents that do not fit the schema, each time', async () => {
  await withPlatform(OPTIONS, async ({ ask }) => {
    const wrong = `{ dayu { ${Array.from({ length: 900 }, (_, i) => `a${i}: nothing`).join(' ')} } }`;
    const statuses: number[] = [];
    for (let i = 0; i < 300 && !statuses.includes(429); i++) statuses.push((await ask(wrong)).status);
    expect(statuses[0]).toBe(400);
    expect(statuses).toContain(429);
  });
});

it('knows the documents used last, as long as their text is together', async () => {
  const [a, b, c] = ['{ a }', '{ b }', '{ c }'].map((text) => parse(text));
  const known = new PreparedDocuments(10);
  if (!a || !b || !c) throw new Error('three documents');
  await known.set('schema:a', a);
  await known.set('schema:b', b);
  await known.set('schema:b', b);
  expect(await known.get('schema:a')).toBe(a);
  await known.set('schema:c', c);
  expect(['a', 'b', 'c'].map((hash) => known.has(hash))).toEqual([true, false, true]);
  expect(await known.delete('schema:a')).toBe(true);
  expect(known.has('a')).toBe(false);
});
