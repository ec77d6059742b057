import type { DataSource, MigrationInterface, QueryRunner } from 'typeorm';
import { ConfigurationError } from '@mtg/service-kit';
import { Client } from 'pg';
import { query } from '../../../../tests/startup/support/query';
import { adminUrl, createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { eventually } from '../../../../tests/support/wait';
import { connectTo, Place, Places1700000000001, place, placeSet, silent } from '../../test-support/places';
import type { Class } from '../database/class';
import { runtimeLogin } from '../database/runtime-login';
import { ReferenceLoad1700000000000 } from '../reference/1700000000000-reference-load';
import { ReferenceLoad } from '../reference/reference-load';
import { prepareDatabase } from '../server/prepare';
import type { SharedTable } from '../database/shared-table';
import type { WarehouseLogin } from './warehouse-login';

class Task1700000000002 implements MigrationInterface {
  up = (queryRunner: QueryRunner): Promise<unknown> =>
    queryRunner.query('CREATE TABLE task (id uuid PRIMARY KEY DEFAULT uuidv7(), title text, note text)');
  down = (): Promise<void> => Promise.resolve();
}

/** Drops one column that is published and alters another. */
class Fewer1700000000003 implements MigrationInterface {
  up = (queryRunner: QueryRunner): Promise<unknown> =>
    queryRunner.query('ALTER TABLE task DROP COLUMN title, ALTER COLUMN note TYPE varchar(9)');
  down = (): Promise<void> => Promise.resolve();
}

class Failing1700000000003 implements MigrationInterface {
  up = (queryRunner: QueryRunner): Promise<unknown> => queryRunner.query('DROP TABLE nothing');
  down = (): Promise<void> => Promise.resolve();
}

const MIGRATIONS = [ReferenceLoad1700000000000, Places1700000000001, Task1700000000002];
const PLACE: SharedTable = { table: 'place', columns: ['id', 'code', 'name'] };
const TASK: SharedTable = { table: 'task', columns: ['id', 'title', 'note'] };

let store: TestDatabase;
let made: string[];
beforeEach(async () => {
  store = await createTestDatabase();
  made = [];
});
afterEach(async () => {
  jest.restoreAllMocks();
  await store.drop();
  for (const role of made) await query(adminUrl(), `DROP ROLE IF EXISTS ${role}`);
});

/** A role for the warehouse, which is gone after the test. */
function reader(name = 'warehouse'): WarehouseLogin {
  const role = `${store.name}_${name}`;
  if (!made.includes(role)) made.push(role);
  return { role, password: 'reads' };
}

interface Start {
  readonly shared?: readonly SharedTable[];
  readonly warehouse?: WarehouseLogin | undefined;
  readonly migrations?: readonly Class[];
  /** The owner; an administrator by default. */
  readonly url?: string;
}

/** Prepares the database as a start of the subgraph does. */
async function start({
  shared = [PLACE, TASK],
  migrations = MIGRATIONS,
  url = store.url,
  ...more
}: Start = {}) {
  const warehouse = 'warehouse' in more ? more.warehouse : reader();
  const owner: DataSource = await connectTo(url, [ReferenceLoad, Place], migrations);
  try {
    const definition = { name: 'north', referenceSets: () => [placeSet(place('A'))], shared };
    const runtime = runtimeLogin(store.runtimeUrl, undefined);
    await prepareDatabase(owner, definition, runtime, { logger: silent }, warehouse);
  } finally {
    await owner.destroy();
  }
}

const published = () =>
  store.query(`SELECT p.oid::int, tablename AS table, attnames::text[] AS columns
    FROM pg_publication AS p JOIN pg_publication_tables AS t USING (pubname) WHERE pubname = 'shared' ORDER BY 2`);

const attributesOf = ({ role }: WarehouseLogin) =>
  store.query(`SELECT rolcanlogin AS login, rolreplication AS replication, rolsuper OR rolcreatedb OR rolcreaterole
    OR rolbypassrls OR rolinherit AS more FROM pg_roles WHERE rolname = '${role}'`);

const as = ({ role, password = '' }: WarehouseLogin, statement: string) =>
  query(Object.assign(new URL(store.url), { username: role, password }).toString(), statement);

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const failure: unknown = await work.then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ConfigurationError);
  return String(failure);
};

test('the publication is made once, and altered when the declaration is another', async () => {
  await start();
  const [first] = await published();
  expect(await published()).toEqual([
    { ...first, table: 'place', columns: ['id', 'code', 'name'] },
    { ...first, table: 'task', columns: ['id', 'title', 'note'] },
  ]);
  const version = () => store.query(`SELECT xmin::text FROM pg_publication WHERE pubname = 'shared'`);
  const before = await version();
  await start();
  expect(await version()).toEqual(before);
  await start({ shared: [{ table: 'task', columns: ['id', 'title'] }] });
  expect(await published()).toEqual([{ ...first, table: 'task', columns: ['id', 'title'] }]);
  await expect(as(reader(), 'SELECT id, title FROM task')).resolves.toEqual([]);
  for (const statement of ['SELECT note FROM task', 'SELECT code FROM place'])
    await expect(as(reader(), statement)).rejects.toMatchObject({ code: '42501' });
});

test.each([
  ['of all tables', 'DROP PUBLICATION shared; CREATE PUBLICATION shared FOR ALL TABLES'],
  ['of a schema', 'ALTER PUBLICATION shared SET TABLES IN SCHEMA public'],
  ['of whole tables', 'ALTER PUBLICATION shared SET TABLE place, task'],
  ['without deletions', `ALTER PUBLICATION shared SET (publish = 'insert')`],
])('a publication %s is put right', async (_what, change) => {
  await start();
  const columnsOf = async () => (await published()).map(({ table, columns }) => ({ table, columns }));
  const before = await columnsOf();
  await store.query(change);
  await start();
  expect(await columnsOf()).toEqual(before);
  expect(await store.query('SELECT pubdelete, puballtables FROM pg_publication')).toEqual([
    { pubdelete: true, puballtables: false },
  ]);
});

/** Names of slots are unique in a server. */
const slot = () => `warehouse_${store.name.slice(-12)}`;

test('the role may log in, and has no attribute besides', async () => {
  await start();
  expect(await attributesOf(reader())).toEqual([{ login: true, replication: false, more: false }]);
});

describe('a role that an earlier version gave REPLICATION', () => {
  const replicating = () =>
    query(adminUrl(), `ALTER ROLE ${reader().role} REPLICATION`).then(() => attributesOf(reader()));

  test('loses it at the start, and what it had open with it', async () => {
    await start();
    expect(await replicating()).toMatchObject([{ replication: true }]);
    const open = new Client({
      connectionString: Object.assign(new URL(store.url), {
        username: reader().role,
        password: 'reads',
        search: '?replication=database',
      }).toString(),
    });
    open.on('error', () => undefined);
    await open.connect();
    const ended = new Promise((resolve) => open.once('end', resolve));
    await start();
    await ended;
    expect(await attributesOf(reader())).toMatchObject([{ replication: false }]);
  });

  test('loses it when it is no longer the role', async () => {
    await start();
    await replicating();
    await start({ warehouse: undefined });
    expect(await attributesOf(reader())).toEqual([{ login: false, replication: false, more: false }]);
  });
});

test('the functions are the same after each start, and for the role alone', async () => {
  const functions = () =>
    store.query(`SELECT proname, prosrc, proconfig, prosecdef, pg_get_function_arguments(oid) AS arguments,
      ARRAY(SELECT grantee::regrole::text FROM aclexplode(proacl) WHERE grantee <> proowner) AS grantees
      FROM pg_proc WHERE pronamespace = to_regnamespace('mtg_sharing') ORDER BY 1`);
  await start();
  const first = await functions();
  expect(first.map(({ proname }) => proname)).toEqual([
    'acknowledge',
    'changes',
    'create_slot',
    'drop_slot',
    'mark_log',
    'own_slot',
  ]);
  for (const each of first)
    expect(each).toMatchObject({ grantees: [reader().role], proconfig: ['search_path=pg_catalog, pg_temp'] });
  await store.query(`GRANT EXECUTE ON FUNCTION mtg_sharing.mark_log() TO PUBLIC;
    CREATE OR REPLACE FUNCTION mtg_sharing.own_slot(slot text) RETURNS name LANGUAGE sql AS 'SELECT slot::name'`);
  await start();
  expect(await functions()).toEqual(first);
  await start({ warehouse: reader('other') });
  expect((await functions()).map(({ grantees }) => grantees)).toEqual(
    first.map(() => [reader('other').role]),
  );
  await start({ warehouse: undefined });
  expect(await functions()).toEqual([]);
});

test('without a role the slots of warehouses are dropped, and those of others stay', async () => {
  await start();
  await as(reader(), `SELECT mtg_sharing.create_slot('${slot()}')`);
  await store.query(`SELECT pg_create_logical_replication_slot('${store.name}', 'pgoutput')`);
  const slots = () =>
    store.query('SELECT slot_name FROM pg_replication_slots WHERE database = current_database() ORDER BY 1');
  await start({ warehouse: reader('other') });
  expect(await slots()).toEqual([{ slot_name: store.name }, { slot_name: slot() }]);
  await start({ warehouse: undefined });
  expect(await slots()).toEqual([{ slot_name: store.name }]);
  await store.query(`SELECT pg_drop_replication_slot('${store.name}')`);
});

test('each start of the subgraph is on record, with its position in the log', async () => {
  await start();
  await start();
  const starts = await as(reader(), 'SELECT lsn FROM database_start ORDER BY id');
  expect(starts).toHaveLength(2);
  expect(starts[0]).not.toEqual(starts[1]);
});

test('without a role nothing is published, and the role of before can no longer log in', async () => {
  await start();
  await start({ warehouse: undefined });
  expect(await published()).toEqual([]);
  expect(await attributesOf(reader())).toEqual([{ login: false, replication: false, more: false }]);
  await start();
  expect(await published()).toHaveLength(2);
  await expect(as(reader(), 'SELECT code FROM place')).resolves.toEqual([{ code: 'A' }]);
});

test('another role takes the place of the one before', async () => {
  await start();
  await start({ warehouse: reader('other') });
  expect(await attributesOf(reader())).toEqual([{ login: false, replication: false, more: false }]);
  await expect(as(reader('other'), 'SELECT code FROM place')).resolves.toHaveLength(1);
});

test('the password follows the configuration', async () => {
  await start();
  const changed = { ...reader(), password: `it's "new"` };
  await start({ warehouse: changed });
  await expect(as(changed, 'SELECT code FROM place')).resolves.toHaveLength(1);
  await expect(as(reader(), 'SELECT 1')).rejects.toThrow('password authentication failed');
});

test('rights that were granted since are revoked', async () => {
  await start();
  const { role } = reader();
  await store.query(`GRANT SELECT, UPDATE ON task TO ${role}; GRANT SELECT (area) ON place TO ${role}`);
  await start({ shared: [PLACE] });
  for (const statement of ['SELECT note FROM task', 'SELECT area FROM place', 'UPDATE task SET note = NULL'])
    await expect(as(reader(), statement)).rejects.toMatchObject({ code: '42501' });
});

describe('refused is a role that', () => {
  test.each([
    ['is a superuser', 'ALTER ROLE $ SUPERUSER', 'is a superuser'],
    ['reads everything', 'GRANT pg_read_all_data TO $', 'SELECT ON place.area'],
    ['writes everything', 'GRANT pg_write_all_data TO $', 'DELETE ON task'],
    ['reads files of the server', 'GRANT pg_read_server_files TO $', 'SET ROLE pg_read_server_files'],
    ['sees the statements of others', 'GRANT pg_monitor TO $', 'SET ROLE pg_read_all_stats'],
    [
      'runs a function of the server',
      'GRANT EXECUTE ON FUNCTION pg_read_file(text) TO $',
      'pg_read_file(text)',
    ],
    ['reads a private table as everyone may', 'GRANT SELECT ON task TO PUBLIC', 'SELECT ON task.note'],
  ])('%s', async (_what, statement, sentence) => {
    await start();
    await store.query(statement.replace('$', reader().role));
    expect(await refusal(start({ shared: [PLACE] }))).toContain(sentence);
  });

  test('owns the database', async () => {
    const warehouse = { role: 'postgres', password: undefined };
    expect(await refusal(start({ warehouse }))).toMatch(/WAREHOUSE_ROLE: .*“postgres”.*"postgres_warehouse"/);
  });

  test('is missing, where the owner may not make it', async () => {
    await start({ warehouse: undefined });
    const { role } = reader('owner');
    await query(adminUrl(), `CREATE ROLE ${role} LOGIN PASSWORD 'owns'`);
    await store.query(`ALTER DATABASE ${store.name} OWNER TO ${role}`);
    await store.query(`DO $$ DECLARE name text; BEGIN FOR name IN SELECT relname FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') LOOP
      EXECUTE format('ALTER TABLE %I OWNER TO ${role}', name); END LOOP; END $$`);
    const url = Object.assign(new URL(store.url), { username: role, password: 'owns' }).toString();
    expect(await refusal(start({ url }))).toMatch(/may not create one\. Ask .* with LOGIN only/);
    await query(adminUrl(), `CREATE ROLE ${reader().role} LOGIN REPLICATION PASSWORD 'reads'`);
    // As earlier versions asked for it.
    expect(await refusal(start({ url }))).toMatch(`ALTER ROLE "${reader().role}" NOREPLICATION`);
    await query(adminUrl(), `ALTER ROLE ${reader().role} NOREPLICATION`);
    expect(await refusal(start({ url }))).toMatch(`ALTER ROLE "${role}" REPLICATION`);
    await query(adminUrl(), `ALTER ROLE ${role} REPLICATION`);
    await start({ url });
    await expect(as(reader(), 'SELECT code FROM place')).resolves.toHaveLength(1);
    // An owner with REPLICATION alone is enough to read the stream as well.
    await as(reader(), `SELECT mtg_sharing.create_slot('${slot()}')`);
    await as(reader(), 'SELECT mtg_sharing.mark_log()');
    await store.query(`INSERT INTO task (title) VALUES ('one')`);
    const changes = `SELECT mtg_sharing.changes('${slot()}', pg_current_wal_insert_lsn(), 10)`;
    await eventually('the change is in the log', async () => (await as(reader(), changes)).length === 4);
    await as(reader(), `SELECT mtg_sharing.acknowledge('${slot()}', pg_current_wal_flush_lsn())`);
    expect(await as(reader(), changes)).toEqual([]);
    await as(reader(), `SELECT mtg_sharing.drop_slot('${slot()}')`);
  });
});

describe('migrations', () => {
  test('drop and alter columns that are published; readers of the log recognize the new OID', async () => {
    await start();
    const [before] = await published();
    const shared = [{ table: 'task', columns: ['id', 'note'] }];
    await start({ shared, migrations: [...MIGRATIONS, Fewer1700000000003] });
    const [after, ...more] = await published();
    expect([after, more]).toMatchObject([{ table: 'task', columns: ['id', 'note'] }, []]);
    expect(after?.['oid']).not.toBe(before?.['oid']);
  });

  test('that fail leave the publication as it was', async () => {
    // TypeORM prints the failure by itself.
    jest.spyOn(console, 'log').mockReturnValue();
    await start();
    const before = await published();
    await expect(start({ migrations: [...MIGRATIONS, Failing1700000000003] })).rejects.toThrow('nothing');
    expect(await published()).toEqual(before.map((each) => ({ ...each, oid: expect.any(Number) })));
  });
});

test('tables that are analyzed meanwhile are shared afterwards', async () => {
  await start();
  await store.query('DROP PUBLICATION shared');
  // As autovacuum does: with the lock of one table it writes, when it has read it, to where rights on it are noted as well.
  const analyzing = new Client({ connectionString: store.url });
  await analyzing.connect();
  try {
    await analyzing.query('BEGIN');
    await analyzing.query('LOCK TABLE task IN SHARE UPDATE EXCLUSIVE MODE');
    const sharing = start();
    const waits = async () =>
      (
        await store.query(
          `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
        )
      ).length > 0;
    await eventually('the table waited for', waits);
    await analyzing.query('ANALYZE task');
    await analyzing.query('COMMIT');
    await sharing;
  } finally {
    await analyzing.end();
  }
  expect(await published()).toHaveLength(2);
});
