import { Client } from 'pg';
import { query } from '../../../../tests/startup/support/query';
import { shareWith } from '../../../../tests/support/shared-source';
import { adminUrl, createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { publishedTables } from '../source/published-table';
import { SourceStream } from '../source/source-stream';
import { copySource } from './copy-source';
import { SourceFollower } from './follow-source';
import { mirroredTables } from './mirrored-table';

const COLUMNS = ['id', 'name', 'large'];
/** Too large to be kept in its row, and so not sent again unless it changes. */
const LARGE = `(SELECT string_agg(md5(n::text || random()), '') FROM generate_series(1, 200) n)`;

let source: TestDatabase;
let warehouse: TestDatabase;
/** Names of slots are unique in a server. */
let slot: string;
let reader: Client;
let owner: Client;

async function connect(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

beforeAll(async () => {
  [source, warehouse] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  slot = `warehouse_${source.name.slice(-12)}`;
  await source.query(`CREATE TABLE place (id uuid PRIMARY KEY DEFAULT uuidv7(), name text, large text, secret text);
    ALTER TABLE place ALTER COLUMN large SET STORAGE EXTERNAL`);
  reader = await connect(
    await shareWith(`${source.name}_warehouse`, source, [{ table: 'place', columns: COLUMNS }]),
  );
  owner = await connect(warehouse.url);
});
afterAll(async () => {
  await reader.query(`SELECT mtg_sharing.drop_slot('${slot}')`);
  await reader.end();
  await owner.end();
  await source.drop();
  await query(adminUrl(), `DROP ROLE ${source.name}_warehouse`);
  await warehouse.drop();
});

const insert = (names: string) =>
  `INSERT INTO place (name, large, secret) SELECT name, ${LARGE}, 's' FROM unnest('{${names}}'::text[]) name`;

/** Changes of one row after the other, and of all, that leave another state each time. */
const changes = (round: string): readonly string[] => [
  insert(`kept${round},renamed${round},gone${round}`),
  `UPDATE place SET name = 'again${round}' WHERE name LIKE 'renamed%'`,
  `UPDATE place SET large = ${LARGE} WHERE name LIKE 'kept%'`,
  `CREATE TABLE IF NOT EXISTS old AS TABLE place; DELETE FROM place WHERE name LIKE 'gone%'`,
  // With the same key, and other values.
  `INSERT INTO place SELECT id, 'returned${round}', ${LARGE}, 's' FROM old WHERE name LIKE 'gone%' ON CONFLICT DO NOTHING`,
  `UPDATE place SET name = name || '!' WHERE name LIKE 'returned%'`,
];

test('changes between the slot and the snapshot are written twice, and the rows are those of the source', async () => {
  const stream = new SourceStream(reader, slot);
  await source.query(insert('before,gone'));
  const from = await stream.createSlot();
  for (const change of changes('A')) await source.query(change);
  await source.query('TRUNCATE place');
  for (const change of [...changes('B'), `DELETE FROM place WHERE name LIKE 'again%'`])
    await source.query(change);
  const tables = mirroredTables(await publishedTables(reader), []);
  const copied = await copySource(reader, owner, 'dayu', tables, 1n);
  const rows = async (database: TestDatabase, schema: string) =>
    database.query(`SELECT id, name, md5(large) AS large FROM ${schema}.place ORDER BY id`);
  const then = await rows(source, 'public');
  expect(await rows(warehouse, 'dayu_next')).toEqual(then);
  expect(then.length).toBeGreaterThan(1);

  const target = {
    client: owner,
    schema: 'dayu_next',
    tables: new Map(tables.map((each) => [each.name, each])),
    facts: [],
    unseen: new Map<string, number>(),
  };
  const follower = new SourceFollower({
    stream,
    from,
    target,
    onCommit: async () => undefined,
    onComplete: async () => undefined,
    stopped: new AbortController().signal,
  });
  const reached = await follower.catchUp(copied);
  expect(reached).toBeGreaterThanOrEqual(copied);
  expect(await rows(warehouse, 'dayu_next')).toEqual(then);
  // They did come again.
  expect(await warehouse.query('SELECT count(*) > 2 AS many FROM dayu_next.removed_row')).toEqual([
    { many: true },
  ]);

  for (const change of changes('C')) await source.query(change);
  const { inserted } = await stream.look();
  await source.query('SELECT pg_current_xact_id()');
  await follower.catchUp(inserted);
  expect(await rows(warehouse, 'dayu_next')).toEqual(await rows(source, 'public'));
});
