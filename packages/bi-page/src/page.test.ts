import Fastify from 'fastify';
import { readState, writeState } from '../client/state';
import { snippetsFor } from '../client/snippets';
import { mountPage } from './mount-page';

const app = Fastify();
mountPage(app);
afterAll(() => app.close());

const REFERENCE = /(?:src|href)="([^"]+)"/g;
const FROM_ELSEWHERE = /(?:https?:)?\/\/[\w.-]+\.\w/;

test('every file that the page names is served, and none comes from elsewhere', async () => {
  const page = await app.inject('/bi/');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.body).not.toMatch(FROM_ELSEWHERE);
  const files = [...page.body.matchAll(REFERENCE)]
    .map(([, reference = '']) => reference)
    .filter((reference) => !reference.startsWith('data:'));
  expect(files).toHaveLength(4);
  for (const file of files) {
    const asset = await app.inject(`/bi/${file}`);
    expect([file, asset.statusCode]).toEqual([file, 200]);
    expect(asset.headers['cache-control']).toContain('immutable');
  }
});

test('modules that a module imports are served beside it', async () => {
  const page = await app.inject('/bi/');
  const entry = /src="(assets\/[^"]*\/app\.js)"/.exec(page.body)?.[1] ?? '';
  const imports = [...(await app.inject(`/bi/${entry}`)).body.matchAll(/from ['"]\.\/([\w-]+\.js)['"]/g)];
  expect(imports.length).toBeGreaterThan(3);
  for (const [, name] of imports) {
    expect((await app.inject(`/bi/${entry.replace('app.js', name ?? '')}`)).statusCode).toBe(200);
  }
});

test('what is shown is in the address, and read from it', () => {
  const state = readState("?dataset=visits&filter=street eq 'DAYU'&language=en&other=1");
  expect(state).toMatchObject({
    dataset: 'visits',
    filter: "street eq 'DAYU'",
    language: 'en',
    grain: 'month',
  });
  expect(readState(writeState(state))).toEqual(state);
  expect(writeState(readState(''))).toBe('?');
  expect(readState('?language=fr').language).toBe('zh');
});

test('snippets have the address, the dataset and the filter', () => {
  const snippets = snippetsFor({
    base: 'https://data.example/x/bi/',
    dataset: 'visits',
    query: new URLSearchParams({ filter: "street eq 'DAYU'" }).toString(),
  });
  const of = (tool: string) => snippets.find((each) => each.tool.startsWith(tool))?.text ?? '';
  expect(of('curl')).toContain("'https://data.example/x/bi/visits.csv?filter=street+eq+%27DAYU%27'");
  expect(of('Excel')).toContain('"https://data.example/x/odata/"');
  expect(of('Tableau')).toBe('https://data.example/x/odata/visits');
  expect(of('psql')).toContain('@data.example:PORT/');
});
