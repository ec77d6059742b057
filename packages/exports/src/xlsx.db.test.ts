import { parse } from 'csv-parse/sync';
import readSheets from 'read-excel-file/node';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database';
import { VISITS, VISITS_VIEW } from '../../dataset-query/src/test-support/visits';
import { startExports, type ExportServer } from './test-support/export-server';

let store: TestDatabase;
let server: ExportServer;
beforeAll(async () => {
  store = await createTestDatabase();
  await store.query(VISITS_VIEW);
  await store.query(
    `INSERT INTO visit (street, id, note, position) VALUES ('DAYU', gen_random_uuid(), E'=1+1 <&> "𠮷"\\n\\x01', 10)`,
  );
  server = await startExports(store, [VISITS]);
});
afterAll(async () => {
  await server.stop();
  await store.drop();
});

async function read(parameters = '') {
  const answer = await server.get(`/bi/visits.xlsx${parameters}`);
  expect(answer.status).toBe(200);
  const [sheet] = await readSheets(Buffer.from(await answer.arrayBuffer()));
  return sheet;
}

test('a sheet has a table with texts, numbers, days and times of the district', async () => {
  const sheet = await read();
  expect(sheet?.sheet).toBe('visits');
  const [header = [], first, ...others] = sheet?.data ?? [];
  expect(header).toEqual(VISITS.columns.map(({ name }) => name));
  // Excel's times are fractions of days, which no reader gives back to the millisecond.
  const rounded = first?.map((value) =>
    value instanceof Date ? new Date(Math.round(value.getTime() / 1000) * 1000) : value,
  );
  expect(rounded).toEqual([
    'DAYU',
    '00000000-0000-7000-8000-000000000001',
    'ROUTINE',
    '中文 𠮷',
    new Date('2026-01-31'),
    new Date('2026-02-01T00:30:00Z'),
    3,
    true,
    'a; b',
    1,
    false,
  ]);
  expect(others).toHaveLength(5);
  expect(others[2]?.[3]).toMatch(/^=1\+1 <&> "𠮷"\n/);
});

test('a sheet without rows has its header, in the language that is asked for', async () => {
  const sheet = await read(`?header=zh&filter=${encodeURIComponent("street eq 'NONE'")}`);
  expect([sheet?.sheet, sheet?.data.length]).toEqual(['进社区', 1]);
});

test('more rows than a sheet has are refused with other formats', async () => {
  const columns = VISITS.columns.map(({ name, sql }) => {
    const value = { street: `'DAYU'`, id: `'00000000-0000-7000-8000-000000000000'`, position: 'n' }[name];
    return `(${value ?? 'NULL'})::${sql} AS ${name}`;
  });
  await store.query(
    `CREATE OR REPLACE VIEW bi.visits AS SELECT ${columns.join(', ')} FROM generate_series(1, 1048576) AS n`,
  );
  const answer = await server.get('/bi/visits.xlsx');
  expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('/bi/visits.csv')]);
  const part = await server.get('/bi/visits.csv?select=id&limit=20');
  expect(parse(await part.text())).toHaveLength(21);
});
