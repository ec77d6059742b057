import { createHash } from 'node:crypto';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
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

async function read(parameters = '') {
  const answer = await server.get(`/bi/visits.parquet${parameters}`);
  expect([answer.status, answer.headers.get('content-encoding')]).toEqual([200, null]);
  const file = await answer.arrayBuffer();
  return { metadata: parquetMetadata(file), rows: await parquetReadObjects({ file }) };
}

test('values keep their types', async () => {
  const { rows } = await read();
  expect(digits(rows)).toBe('12345');
  expect(rows[0]).toEqual({
    street: 'DAYU',
    id: '00000000-0000-7000-8000-000000000001',
    form: 'ROUTINE',
    note: '中文 𠮷',
    day: new Date('2026-01-31'),
    recorded_at: new Date('2026-01-31T16:30:00Z'),
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
  expect(empty.rows).toEqual([]);
  expect(empty.metadata.schema).toEqual(full.metadata.schema);
  expect(
    full.metadata.schema.slice(1).map(({ name, type, repetition_type }) => [name, type, repetition_type]),
  ).toEqual([
    ['street', 'BYTE_ARRAY', 'REQUIRED'],
    ['id', 'BYTE_ARRAY', 'REQUIRED'],
    ['form', 'BYTE_ARRAY', 'OPTIONAL'],
    ['note', 'BYTE_ARRAY', 'OPTIONAL'],
    ['day', 'INT32', 'OPTIONAL'],
    ['recorded_at', 'INT64', 'OPTIONAL'],
    ['persons', 'INT32', 'OPTIONAL'],
    ['done', 'BOOLEAN', 'OPTIONAL'],
    ['tags', 'BYTE_ARRAY', 'OPTIONAL'],
    ['position', 'INT64', 'REQUIRED'],
    ['sample', 'BOOLEAN', 'OPTIONAL'],
  ]);
  expect(full.metadata.key_value_metadata).toEqual(
    expect.arrayContaining([
      { key: 'dataset', value: 'visits' },
      { key: 'zh', value: '进社区' },
    ]),
  );
});

test('changes name the rows that were removed', async () => {
  const { rows } = await read('?since=DAYU:5,CHENGZI:4&select=id,sample');
  expect(rows).toEqual([
    { id: '00000000-0000-7000-8000-000000000009', sample: null, removed: true },
    { id: '00000000-0000-7000-8000-000000000003', sample: true, removed: false },
  ]);
});

test('long files are written in groups of rows, whether texts repeat or not', async () => {
  await store.query(
    `INSERT INTO visit SELECT 'CHENGZI', gen_random_uuid(), CASE WHEN n % 7 > 0 THEN repeat(md5(n::text), 1 + n % 3) END, repeat('长', n % 50), NULL, NULL, n, n % 2 = 0, NULL, 100 + n, false
     FROM generate_series(1, 120000) AS n`,
  );
  const { metadata, rows } = await read('?select=id,form,note,persons,done,position&since=CHENGZI:4,DAYU:9');
  expect(metadata.row_groups.map(({ num_rows: count }) => Number(count))).toEqual([50_000, 50_000, 20_000]);
  expect(rows).toHaveLength(120_000);
  const wrong = rows.filter(({ form, note, persons, done, position }, index) => {
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
      position !== BigInt(100 + n)
    );
  });
  expect(wrong).toEqual([]);
  const [, second] = metadata.row_groups;
  expect(
    second?.columns.map((column) => [column.meta_data?.encodings, column.meta_data?.statistics]),
  ).toEqual([
    [['PLAIN'], expect.objectContaining({ null_count: 0n })],
    [['PLAIN'], expect.objectContaining({ null_count: 7143n })],
    [['PLAIN', 'RLE_DICTIONARY'], expect.objectContaining({ min_value: '', is_max_value_exact: false })],
    [['PLAIN'], expect.objectContaining({ min_value: 50_001, max_value: 100_000 })],
    [['PLAIN'], expect.objectContaining({ min_value: false, max_value: true })],
    [['PLAIN'], expect.objectContaining({ min_value: 50_101n, max_value: 100_100n })],
    [['PLAIN'], expect.anything()],
  ]);
});
