import { createHash } from 'node:crypto';
import { tableFromIPC, type Table } from 'apache-arrow';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { digits, VISITS, VISITS_VIEW } from '../../dataset-query/src/test-support/visits';
import { startExports, type ExportServer } from './test-support/export-server';

let store: TestDatabase;
let server: ExportServer;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(VISITS_VIEW);
  server = await startExports(store, [VISITS]);
});
afterAll(async () => {
  await server.stop();
  await store.drop();
});

async function read(parameters = ''): Promise<Table> {
  const answer = await server.get(`/bi/visits.arrow${parameters}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.apache.arrow.stream',
  ]);
  return tableFromIPC(new Uint8Array(await answer.arrayBuffer()));
}

const rowsOf = (table: Table): readonly Record<string, unknown>[] => Array.from(table, (row) => row.toJSON());

test('values keep their types', async () => {
  const rows = rowsOf(await read());
  expect(digits(rows)).toBe('12345');
  expect(rows[0]).toEqual({
    street: 'DAYU',
    id: '00000000-0000-7000-8000-000000000001',
    form: 'ROUTINE',
    note: '中文 𠮷',
    day: Date.parse('2026-01-31'),
    recorded_at: Date.parse('2026-01-31T16:30:00Z'),
    persons: 3,
    done: true,
    tags: 'a; b',
    position: 1n,
    sample: false,
  });
  expect(rows[2]).toMatchObject({ note: null, day: null, recorded_at: null, done: null, tags: null });
  expect(rows.map(({ persons }) => persons)).toEqual([3, null, 7, 0, -4]);
});

test('the schema is the same without rows, and has the labels', async () => {
  const full = await read();
  const empty = await read(`?filter=${encodeURIComponent("street eq 'NONE'")}`);
  expect([empty.numRows, full.batches.length]).toEqual([0, 1]);
  expect(String(empty.schema)).toBe(String(full.schema));
  expect(empty.schema.fields.map(({ name, type, nullable }) => [name, String(type), nullable])).toEqual([
    ['street', 'Utf8', false],
    ['id', 'Utf8', false],
    ['form', 'Utf8', true],
    ['note', 'Utf8', true],
    ['day', 'Date32<DAY>', true],
    ['recorded_at', 'Timestamp<MICROSECOND, Asia/Shanghai>', true],
    ['persons', 'Int32', true],
    ['done', 'Bool', true],
    ['tags', 'Utf8', true],
    ['position', 'Int64', false],
    ['sample', 'Bool', true],
  ]);
  expect([...empty.schema.metadata]).toEqual([
    ['dataset', 'visits'],
    ['zh', '进社区'],
    ['en', VISITS.en],
  ]);
  expect(empty.schema.fields.map(({ metadata }) => metadata.get('zh'))).toEqual(
    VISITS.columns.map(({ zh }) => zh),
  );
});

test('changes name the rows that were removed', async () => {
  expect(rowsOf(await read('?since=DAYU:5,CHENGZI:4&select=id,sample'))).toEqual([
    { id: '00000000-0000-7000-8000-000000000009', sample: null, removed: true },
    { id: '00000000-0000-7000-8000-000000000003', sample: true, removed: false },
  ]);
});

test('long files are written in batches of rows', async () => {
  await store.query(
    `INSERT INTO visit SELECT 'CHENGZI', gen_random_uuid(), CASE WHEN n % 7 > 0 THEN repeat(md5(n::text), 1 + n % 3) END, repeat('长', n % 50), NULL,
       CASE WHEN n % 5 > 0 THEN timestamptz '1900-01-01T00:00:00Z' + n * interval '1 day 1 microsecond' END, n, n % 2 = 0, NULL, 100 + n, false
     FROM generate_series(1, 120000) AS n`,
  );
  const table = await read('?select=id,form,note,recorded_at,persons,done,position&since=CHENGZI:4,DAYU:9');
  expect(table.batches.length).toBeGreaterThan(1);
  const rows = rowsOf(table);
  expect(rows).toHaveLength(120_000);
  const micros = table.getChild('recorded_at')?.data.flatMap(({ values }) => [...(values as BigInt64Array)]);
  const wrong = rows.filter(({ form, note, persons, done, position, recorded_at: at }, index) => {
    const n = index + 1;
    const digest =
      n % 7 > 0
        ? createHash('md5')
            .update(String(n))
            .digest('hex')
            .repeat(1 + (n % 3))
        : null;
    return (
      form !== digest ||
      note !== '长'.repeat(n % 50) ||
      persons !== n ||
      done !== (n % 2 === 0) ||
      position !== BigInt(100 + n) ||
      (n % 5 === 0 ? at !== null : micros?.[index] !== BigInt(Date.UTC(1900, 0, 1 + n)) * 1000n + BigInt(n))
    );
  });
  expect(wrong).toEqual([]);
});
