import Fastify from 'fastify';
import { correct, describeWrong } from '../client/address';
import type { Dataset } from '../client/catalogue';
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

const words = { zh: '派单', en: 'Orders', description: { zh: '', en: '' } };
const column = (name: string, role: string) => ({ ...words, name, role, type: 'text', nullable: false });
const DATASETS: readonly Dataset[] = ['visits', 'work_orders'].map((name) => ({
  ...words,
  name,
  formats: ['csv'],
  columns: [column('street_name', 'DIMENSION'), column('created_at', 'TIME')],
  measures: [{ ...words, name: 'count' }],
}));

test('choices of the address that do not exist are named, and defaults take their place', () => {
  const asked = readState('?dataset=nosuch&measure=zzz&by=foo&time=bar&grain=hour&filter=x');
  const { right, wrong } = correct(asked, DATASETS, ['month', 'year']);
  expect(writeState(right)).toBe('?filter=x');
  const said = describeWrong(wrong, { ...right, language: 'en' });
  for (const each of ['dataset=nosuch', 'measure=zzz', 'by=foo', 'time=bar', 'grain=hour']) {
    expect(said).toContain(each);
  }
  const known = readState('?dataset=visits&measure=count&by=&time=created_at&grain=year');
  expect(correct(known, DATASETS, ['month', 'year'])).toEqual({ right: known, wrong: [] });
  // A reader who may not read the usual dataset has not asked for it.
  const others = correct(readState(''), DATASETS.slice(0, 1), ['month']);
  expect([others.right.dataset, others.wrong]).toEqual(['visits', []]);
  expect(describeWrong([], known)).toBe('');
});

test('snippets have the address, the dataset and the filter', () => {
  const snippets = snippetsFor({
    base: 'https://data.example/x/bi/',
    dataset: 'visits',
    filter: "street eq 'DAYU'",
    order: 'number desc',
  });
  const of = (tool: string) => snippets.find((each) => each.tool.startsWith(tool))?.text ?? '';
  expect(of('curl')).toContain(
    "'https://data.example/x/bi/visits.csv?filter=street%20eq%20%27DAYU%27&order=number%20desc'",
  );
  const feed = 'https://data.example/x/odata/visits?$filter=street%20eq%20%27DAYU%27&$orderby=number%20desc';
  expect(of('Excel')).toContain(`"${feed}"`);
  expect(of('Tableau')).toBe(feed);
  expect(of('Grafana')).toMatch(/&filter=street%20eq%20%27DAYU%27$/);
  // Lines that have no place for a filter say so.
  expect(snippets.filter(({ isWhole }) => isWhole).map(({ tool }) => tool)).toEqual([
    'psql',
    '帆软 / JDBC',
    'Metabase / Superset',
  ]);
  expect(of('psql')).toContain('bi_NAME@data.example:PORT/');
  expect(of('psql')).not.toContain('KEY');
  expect(of('帆软')).toContain('user=bi_NAME');
});
