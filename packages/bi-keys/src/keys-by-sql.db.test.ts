import { Client } from 'pg';
import { query } from '../../../tests/startup/support/query';
import { createServedWarehouse, type ServedWarehouse } from '../../../tests/support/served-warehouse';
import { grantKey, listKeys, revokeKey, roleOf } from './index';
import { openKeys, tomorrow, type KeyRing } from './test-support/key-ring';

let warehouse: ServedWarehouse;
let keys: KeyRing;
beforeAll(async () => {
  warehouse = await createServedWarehouse();
  keys = await openKeys(warehouse);
});
afterEach(() => keys.revokeAll());
afterAll(async () => {
  await keys.close();
  await warehouse.drop();
});

const streetsIn = async (url: string, view = 'work_orders'): Promise<readonly unknown[]> =>
  (await query(url, `SELECT DISTINCT street FROM bi.${view} ORDER BY street`)).map(({ street }) => street);

const views = async (): Promise<readonly string[]> =>
  (await warehouse.query(`SELECT viewname FROM pg_views WHERE schemaname = 'bi' ORDER BY 1`)).map(
    ({ viewname }) => String(viewname),
  );
test('a key reads every view: the rows of its street and of the district, and no others', async () => {
  const { url } = await keys.grant('CHENGZI');
  for (const view of await views()) {
    for (const street of await streetsIn(url, view)) expect(['CHENGZI', 'DISTRICT']).toContain(street);
  }
  expect(await streetsIn(url)).toEqual(['CHENGZI']);
  expect(await streetsIn(url, 'freshness')).toEqual(['CHENGZI', 'DISTRICT']);
  expect(await streetsIn(url, 'removed_rows')).toEqual(['CHENGZI', 'DISTRICT']);
  expect(await streetsIn(url, 'departments')).toEqual(['DISTRICT']);
  expect(await query(url, `SELECT FROM bi.work_orders WHERE street = 'DAYU'`)).toEqual([]);
});

test('a key without a street reads all, as does the role that serves', async () => {
  const { url } = await keys.grant();
  const all = ['CHENGZI', 'DAYU', 'DONGXINFANG'];
  expect(await streetsIn(url)).toEqual(all);
  expect(await streetsIn(warehouse.runtimeUrl)).toEqual(all);
  expect(await streetsIn(warehouse.url)).toEqual(all);
});

test.each([
  'SELECT * FROM dayu.work_order',
  'SELECT * FROM chengzi.work_order',
  'SELECT * FROM warehouse.source',
  'SELECT verifier FROM warehouse.key',
  'SELECT warehouse.reads($$DAYU$$)',
  'SET ROLE bi_reader',
  `SELECT pg_read_file('/etc/passwd')`,
  `COPY bi.work_orders TO '/tmp/rows'`,
  `COPY (SELECT 1) TO PROGRAM 'true'`,
  'SET SESSION AUTHORIZATION postgres',
  'SET default_transaction_read_only = off; CREATE TABLE bi.mine (id int)',
  'SET default_transaction_read_only = off; CREATE TABLE public.mine (id int)',
  'SET default_transaction_read_only = off; CREATE SCHEMA mine',
  `SET default_transaction_read_only = off; UPDATE bi.work_orders SET number = 'x'`,
  'SET default_transaction_read_only = off; DELETE FROM warehouse.key',
  'SET default_transaction_read_only = off; SELECT lo_create(0)',
  'SELECT pg_advisory_lock(7206411)',
  `SET default_transaction_read_only = off; ALTER ROLE bi_reader LOGIN`,
  'CREATE TEMPORARY TABLE mine (id int)',
  `SELECT pg_logical_emit_message(false, 'x', 'x')`,
  'SELECT relname, n_live_tup FROM pg_stat_user_tables',
  'SELECT idx_scan FROM pg_stat_all_indexes',
  `SELECT pg_stat_get_live_tuples('dayu.work_order'::regclass::oid)`,
])('refuses %s', async (statement) => {
  const { url } = await keys.grant('CHENGZI');
  await expect(query(url, statement)).rejects.toThrow(
    /permission denied|must be|only|not allowed|read-only|cannot update view/,
  );
});

test.each(['postgres', 'template1'])('does not let a key into the database %s', async (database) => {
  const { url } = await keys.grant();
  const elsewhere = Object.assign(new URL(url), { pathname: `/${database}` }).toString();
  await expect(query(elsewhere, 'SELECT 1')).rejects.toThrow(/permission denied for database/);
});

test('a branch of another street is not read at all, and the condition costs no row anything', async () => {
  const { url } = await keys.grant('CHENGZI');
  await warehouse.query('ANALYZE');
  const plan = (
    await query(
      url,
      `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) SELECT * FROM bi.supervisions`,
    )
  )
    .map((line) => String(line['QUERY PLAN']))
    .join('\n');
  expect(plan).toMatch(/One-Time Filter: warehouse\.reads\('DAYU'::text\)/);
  expect(plan).not.toMatch(/ Filter: .*reads\(street/);
  expect(plan).toMatch(/Scan on supervision t \(never executed\)/);
  const pruned = await query(
    url,
    `EXPLAIN (VERBOSE, FORMAT JSON) SELECT * FROM bi.work_orders WHERE street = 'CHENGZI'`,
  );
  expect(JSON.stringify(pruned)).toMatch(/"Schema":"chengzi"/);
  expect(JSON.stringify(pruned)).not.toMatch(/"Schema":"dayu"/);
});

test('rights outlive views that are made again', async () => {
  const { url } = await keys.grant('DAYU');
  await keys.owner.query('DELETE FROM warehouse.view_set');
  await warehouse.makeViews();
  expect(await streetsIn(url)).toEqual(['DAYU']);
  expect(await streetsIn(warehouse.runtimeUrl)).toHaveLength(3);
});

test('a revoked key ends with its sessions, and its name can be given again', async () => {
  const { url, name } = await keys.grant('DAYU');
  const session = new Client({ connectionString: url });
  session.on('error', () => undefined);
  await session.connect();
  await revokeKey(keys.owner, name);
  await expect(session.query('SELECT 1')).rejects.toThrow();
  await expect(streetsIn(url)).rejects.toThrow(/authentication failed|not permitted to log in/);
  const secret = await grantKey(keys.owner, { name, street: 'CHENGZI', expiresAt: tomorrow() });
  const again = Object.assign(new URL(url), { password: secret }).toString();
  expect(await streetsIn(again)).toEqual(['CHENGZI']);
  await expect(streetsIn(url)).rejects.toThrow(/authentication failed/);
});

test('an expired key neither logs in nor reads with a session that is open', async () => {
  const { url, name } = await keys.grant('DAYU');
  const session = new Client({ connectionString: url });
  await session.connect();
  await keys.owner.query(`UPDATE warehouse.key SET expires_at = now() WHERE name = $1`, [name]);
  await keys.owner.query(`ALTER ROLE ${roleOf(name)} VALID UNTIL 'yesterday'`);
  expect((await session.query('SELECT FROM bi.work_orders')).rowCount).toBe(0);
  await session.end();
  await expect(streetsIn(url)).rejects.toThrow(/authentication failed/);
});

test('names are refused that are taken, or are no name of a role', async () => {
  const { name } = await keys.grant();
  const again = (given: string) =>
    grantKey(keys.owner, { name: given, street: undefined, expiresAt: tomorrow() });
  await expect(again(name)).rejects.toThrow(/mtg bi revoke/);
  await expect(again('reader')).rejects.toThrow(/small letter/);
  await expect(again('x"; DROP')).rejects.toThrow(/small letter/);
  await expect(revokeKey(keys.owner, 'not_granted')).rejects.toThrow(/mtg bi keys/);
  expect((await listKeys(keys.owner)).find((key) => key.name === name)).toMatchObject({
    street: null,
    revokedAt: null,
  });
});
