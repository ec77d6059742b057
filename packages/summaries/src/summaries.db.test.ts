import { readerOf, type Doors } from '@mtg/bi-doors';
import { createHttpServer, createLogger, refuse } from '@mtg/service-kit';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { createBiDatabase, datasets } from '../../../tests/support/bi-database';
import type { TestDatabase } from '../../../tests/support/test-database';
import { writeCsv } from './write-csv';
import { mountSummaries } from './mount-summaries';
import { openPool } from '../../../tests/support/test-pool';

let warehouse: TestDatabase;
let pool: Pool;
let app: FastifyInstance;

const SOURCES = ['DAYU', 'CHENGZI', 'DONGXINFANG', 'DATAI', 'DISTRICT'].map((code) => ({
  code,
  title: code,
}));

/** `Authorization` is the role and, after a slash, the street. */
const authenticate: Doors['authenticate'] = async (authorization) => {
  const [role, street] = authorization?.split('/') ?? [];
  if (role !== 'ANALYST' && role !== 'COMMUNITY_SECRETARY') {
    throw refuse.because('UNAUTHENTICATED', { zh: '请出示密钥', en: 'A key is required. Ask for one' });
  }
  return readerOf({ subject: 'a', role, ...(street !== undefined && { street }) });
};

beforeAll(async () => {
  warehouse = await createBiDatabase();
  const states = SOURCES.map(
    ({ code }, place) => `('${code}', '${code === 'DATAI' ? 'UNREACHABLE' : 'FOLLOWING'}', ${place})`,
  );
  await warehouse.query(`CREATE VIEW bi.freshness AS SELECT street, state, place, now() AS fresh_at, 1 AS age_seconds, 7::bigint AS position, 0::bigint AS first_position,
    NULL::text AS problem_zh, NULL::text AS problem_en FROM (VALUES ${states.join(', ')}) AS source (street, state, place)`);
  pool = openPool({ connectionString: warehouse.url });
  app = createHttpServer(createLogger('test', 'silent'));
  mountSummaries(app, {
    pool,
    datasets,
    sources: SOURCES,
    authenticate,
    logger: createLogger('test', 'silent'),
  });
});
afterAll(async () => {
  await app.close();
  await pool.end();
  await warehouse.drop();
});

const get = (path: string, authorization = 'ANALYST') =>
  app.inject({ url: `/bi/${path}`, headers: { authorization } });

interface Summary {
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

test('measures come by groups, with names and how fresh they are', async () => {
  const answer = await get(
    'work_orders/summary.json?group=street,state_zh&measures=count,on_time_rate&order=count desc',
  );
  expect(answer.statusCode).toBe(200);
  const { columns, rows } = answer.json<Summary>();
  expect(columns.map(({ name }) => name)).toEqual(['street', 'state_zh', 'count', 'on_time_rate']);
  expect(columns[3]).toMatchObject({ zh: '按时率', type: 'number', unit: '%' });
  expect(rows).toContainEqual({ street: 'DAYU', state_zh: '已办结', count: 1, on_time_rate: 0 });
  expect(answer.headers['bi-stale']).toBe('DATAI');
  expect(String(answer.headers['bi-freshness'])).toContain('DAYU=20');
  expect(answer.headers['bi-position']).toContain('DAYU:7');
});

test('groups that are left out are said to be', async () => {
  const by = 'work_orders/summary.json?group=street&measures=count&order=street';
  const answers = await Promise.all([get(`${by}&first=2`), get(`${by}&first=3`)]);
  expect(answers.map((answer) => answer.json<Summary & { hasMore: boolean }>())).toMatchObject([
    { rows: [{ street: 'CHENGZI' }, { street: 'DAYU' }], hasMore: true },
    { rows: [{}, {}, {}], hasMore: false },
  ]);
  expect(answers.map(({ headers }) => headers['bi-has-more'])).toEqual(['true', 'false']);
});

test('periods are those of the time zone', async () => {
  const months = async (zone: string) =>
    (
      await get(
        `work_orders/summary.csv?group=closed_at:month&measures=count&timezone=${zone}&filter=closed_at ne null`,
      )
    ).body;
  expect(await months('Asia/Shanghai')).toMatch(/^closed_at_month,count\n\d{4}-\d\d-01,\d+\n/);
  expect((await get('work_orders/summary.csv?timezone=Nowhere')).statusCode).toBe(400);
});

test('CSV is written as files are: lists, labels, mark and formulas', async () => {
  const csv = async (rest: string) => (await get(`work_orders/summary.csv?measures=count&${rest}`)).body;
  expect(await csv('group=community_codes&order=community_codes')).not.toMatch(/"\d+,|\r/);
  expect(await csv('header=zh&bom=true')).toMatch(/^\uFEFF数量\n\d+\n$/);
  expect(await csv('header=en&filter=&order=&group=')).toMatch(/^Count\n\d+\n$/i);
  expect((await get('work_orders/summary.json?bom=true')).body).toContain('only csv takes');
});

test('a text that begins a formula, is empty or is absent, in CSV', () => {
  const columns = [{ name: 'note', zh: '备注, 简', en: 'Note', type: 'text' }];
  const rows = [{ note: '=1+1' }, { note: '' }, { note: null }, { note: ['a', 'b,c'] }, { note: -1 }];
  const write = (escapesFormulas: boolean) =>
    writeCsv({ header: 'zh', bom: false, escapesFormulas }, columns, rows);
  expect(write(false)).toBe('"备注, 简"\n=1+1\n""\n\n"a; b,c"\n-1\n');
  expect(write(true)).toBe(`"备注, 简"\n'=1+1\n""\n\n"a; b,c"\n-1\n`);
});

test('a reader of one street sees that street, whatever the filter', async () => {
  const all = (
    await get("work_orders/summary.json?group=street&filter=street in ('DAYU','CHENGZI')", 'ANALYST/CHENGZI')
  ).json<Summary>();
  expect(all.rows.map(({ street }) => street)).toEqual(['CHENGZI']);
  const or = (
    await get("work_orders/summary.json?group=street&filter=sample or street ne 'CHENGZI'", 'ANALYST/CHENGZI')
  ).json<Summary>();
  expect(or.rows.filter(({ street }) => street !== 'CHENGZI')).toEqual([]);
});

test.each([
  ['nothing/summary.json', 'ANALYST', 404, 'datasets.json'],
  ['work_orders/summary.json?group=secret', 'ANALYST', 400, 'no column'],
  ['work_orders/summary.json?group=title', 'ANALYST', 400, 'no column'],
  ['work_orders/summary.json?group=state:day', 'ANALYST', 400, 'no time'],
  ['work_orders/summary.json?group=deadline:minute', 'ANALYST', 400, ':month'],
  ['work_orders/summary.json?measures=mean', 'ANALYST', 400, 'no measure'],
  ['work_orders/summary.json?order=number', 'ANALYST', 400, 'order：'],
  ['work_orders/summary.json?group=street,street', 'ANALYST', 400, 'occurs twice'],
  ['work_orders/summary.json?first=0', 'ANALYST', 400, '1 to'],
  ['work_orders/summary.json?first=1&first=2', 'ANALYST', 400, 'twice'],
  ['work_orders/summary.json?groupBy=state', 'ANALYST', 400, 'Choose from'],
  ["work_orders/summary.json?filter=state eq 'X') OR (1=1", 'ANALYST', 400, 'filter'],
  ['work_orders/summary.json?strict=true', 'ANALYST', 503, 'DATAI'],
  ['work_orders/summary.json', 'GUEST', 401, 'A key is required'],
  ['work_orders/summary.json', 'COMMUNITY_SECRETARY/DAYU', 403, 'may not read'],
])('%s for %s: %i', async (path, authorization, status, words) => {
  const answer = await get(path, authorization);
  expect([answer.statusCode, answer.body]).toEqual([status, expect.stringContaining(words)]);
});
