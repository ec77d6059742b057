import {
  Column,
  Entity,
  PrimaryColumn,
  type DataSource,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { ConfigurationError } from '@mtg/service-kit';
import { query } from '../../../../tests/startup/support/query';
import { adminUrl, createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { connectTo, Place, Places1700000000001, place, placeSet, silent } from '../../test-support/places';
import { ReferenceLoad1700000000000 } from '../reference/1700000000000-reference-load';
import { ReferenceLoad } from '../reference/reference-load';
import { prepareDatabase, requireReadiness } from '../server/prepare';
import { runtimeLogin } from './runtime-login';
import type { TableAccessList } from './table-access';

@Entity('task')
class Task {
  @PrimaryColumn('integer', { generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: number;

  @Column('text')
  title: string;
}

/** A work table, one for good, one whose rows expire, one without a declaration, and a view. */
class Work1700000000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE task (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text NOT NULL);
      CREATE TABLE log (id bigserial PRIMARY KEY, entry text NOT NULL);
      CREATE TABLE answer_key (key text PRIMARY KEY);
      CREATE TABLE unknown_later (id integer);
      CREATE VIEW titles AS SELECT title FROM task`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP VIEW titles; DROP TABLE task, log, answer_key, unknown_later');
  }
}

const ENTITIES = [ReferenceLoad, Place, Task];
const MIGRATIONS = [ReferenceLoad1700000000000, Places1700000000001, Work1700000000002];
const ACCESS: TableAccessList = { log: 'APPEND_ONLY', answer_key: 'PURGEABLE' };
const definition = {
  name: 'north',
  referenceSets: () => [placeSet(place('A'))],
  tableAccess: ACCESS,
};

let store: TestDatabase;
let owner: DataSource;
beforeEach(async () => {
  store = await createTestDatabase();
  owner = await connectTo(store.url, ENTITIES, MIGRATIONS);
});
afterEach(async () => {
  await owner.destroy();
  await store.drop();
  for (const name of made.splice(0)) await query(adminUrl(), `DROP ROLE ${name}`);
});

const made: string[] = [];

/** Another role that may log in, and the URL that does; gone after the test. */
async function makeRole(attributes = ''): Promise<{ readonly name: string; readonly url: string }> {
  const name = `${store.name}_other`;
  await query(adminUrl(), `CREATE ROLE ${name} LOGIN ${attributes} PASSWORD 'x'`);
  made.push(name);
  return { name, url: Object.assign(new URL(store.url), { username: name, password: 'x' }).toString() };
}

const prepare = async (url = store.runtimeUrl, database = owner) =>
  prepareDatabase(database, definition, runtimeLogin(url, undefined), { logger: silent });

/** Prepares over another connection. */
async function prepareAs(url: string): Promise<void> {
  const database = await connectTo(url, ENTITIES, MIGRATIONS);
  try {
    await prepare(store.runtimeUrl, database);
  } finally {
    await database.destroy();
  }
}

/** One statement as the role that serves. */
const serving = (statement: string) => query(store.runtimeUrl, statement);

/** Checks as a subgraph does before it serves. */
async function ready(url = store.runtimeUrl): Promise<void> {
  const database = await connectTo(url, ENTITIES, []);
  try {
    await requireReadiness(database, definition);
  } finally {
    await database.destroy();
  }
}

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const failure: unknown = await work.then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ConfigurationError);
  return String(failure);
};

const role = () => runtimeLogin(store.runtimeUrl, undefined).role;

describe('who serves', () => {
  beforeEach(() => prepare());

  test.each([
    ['read reference data', 'SELECT * FROM place'],
    ['read what was loaded', 'SELECT * FROM reference_load, schema_migration, subgraph_identity'],
    ['write a work row', `INSERT INTO task (title) VALUES ('a') RETURNING id`],
    ['change a work row', `UPDATE task SET title = 'b'`],
    ['lock a work row', 'SELECT * FROM task FOR UPDATE'],
    ['append to a log', `INSERT INTO log (entry) VALUES ('a') RETURNING id`],
    ['delete what expires', 'DELETE FROM answer_key'],
    ['read a view', 'SELECT * FROM titles'],
  ])('may %s', async (_what, statement) => {
    await expect(serving(statement)).resolves.toBeDefined();
  });

  test.each([
    ['change a reference row', `UPDATE place SET name = 'x'`],
    ['add a reference row', `INSERT INTO place (citation, code, name, aliases) VALUES ('a', 'b', 'c', '{}')`],
    ['withdraw a reference row', 'UPDATE place SET deleted_at = now()'],
    ['rewrite what was loaded', 'DELETE FROM reference_load'],
    ['claim the database for another', `UPDATE subgraph_identity SET name = 'south'`],
    ['forget a migration', 'DELETE FROM schema_migration'],
    ['change the log', `UPDATE log SET entry = 'x'`],
    ['delete from the log', 'DELETE FROM log'],
    ['empty the log', 'TRUNCATE log'],
    ['lock rows of the log', 'SELECT * FROM log FOR UPDATE'],
    ['set the log’s sequence back', `SELECT setval('log_id_seq', 1)`],
    ['delete a work row', 'DELETE FROM task'],
    ['empty a work table', 'TRUNCATE task'],
    ['change what expires', `UPDATE answer_key SET key = 'x'`],
    ['read a table without a declaration', 'SELECT * FROM unknown_later'],
    ['create a table', 'CREATE TABLE mine (id integer)'],
    ['create a temporary table', 'CREATE TEMPORARY TABLE log (id integer)'],
    ['create a schema', 'CREATE SCHEMA mine'],
    ['create a function', `CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'`],
    ['alter a table', 'ALTER TABLE task ADD COLUMN x integer'],
    ['drop a table', 'DROP TABLE task'],
    [
      'put a trigger on the log',
      'CREATE TRIGGER t BEFORE INSERT ON log EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    ],
    ['point a foreign key to the log', 'CREATE TEMPORARY TABLE x (id bigint REFERENCES log)'],
    ['create a role', 'CREATE ROLE mine'],
    ['become the owner', 'SET ROLE postgres'],
  ])('may not %s', async (_what, statement) => {
    await expect(serving(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('passes the check before serving', async () => {
    await expect(ready()).resolves.toBeUndefined();
  });
});

describe('preparing', () => {
  test('again, and by several at once, changes nothing', async () => {
    await Promise.all(Array.from({ length: 4 }, async () => prepareAs(store.url)));
    await prepare();
    await ready();
    await expect(serving('DELETE FROM log')).rejects.toThrow('permission denied');
  });

  test('a database of an earlier version, where one role was everything: the other is added to it', async () => {
    const { name, url } = await makeRole('CREATEROLE');
    await query(store.url, `ALTER DATABASE ${store.name} OWNER TO ${name}`);
    const before = await connectTo(url, ENTITIES, [ReferenceLoad1700000000000, Places1700000000001]);
    await before.runMigrations();
    await before.destroy();
    await prepareAs(url);
    await ready();
    await expect(serving(`UPDATE place SET name = 'x'`)).rejects.toThrow('permission denied');
    // As its owner it is no less than it was.
    await expect(query(url, `UPDATE place SET name = 'x'`)).resolves.toBeDefined();
  });

  test('revokes rights that were granted since, from PUBLIC too', async () => {
    await prepare();
    await query(store.url, `GRANT ALL ON log TO PUBLIC; GRANT UPDATE (entry) ON log TO ${role()}`);
    expect(await refusal(ready())).toMatch(/UPDATE ON log/);
    await prepare();
    await ready();
    await expect(serving(`UPDATE log SET entry = 'x'`)).rejects.toThrow('permission denied');
  });

  test('leaves a table alone that only another version knows', async () => {
    await prepare();
    await query(store.url, `GRANT SELECT, INSERT ON unknown_later TO ${role()}`);
    await prepare();
    await expect(serving('INSERT INTO unknown_later VALUES (1)')).resolves.toBeDefined();
  });

  test('sets the password of a role that it created, without logging it', async () => {
    await prepare();
    const changed = Object.assign(new URL(store.runtimeUrl), { password: `it's "new"` }).toString();
    await expect(query(changed, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await prepare(changed);
    await expect(query(changed, 'SELECT 1')).resolves.toBeDefined();
    await expect(serving('SELECT 1')).rejects.toThrow('password authentication failed');
  });

  test('leaves the password of a role alone that an administrator made', async () => {
    await query(adminUrl(), `CREATE ROLE ${role()} LOGIN PASSWORD 'theirs'`);
    await prepare();
    const theirs = Object.assign(new URL(store.runtimeUrl), { password: 'theirs' }).toString();
    await expect(query(theirs, 'SELECT * FROM place')).resolves.toHaveLength(1);
    await ready(theirs);
  });

  test('as the role that serves itself: refused, with the correction', async () => {
    expect(await refusal(prepare(store.url))).toMatch(
      /DATABASE_OWNER_URL: .*“postgres”.* · .*"postgres".*"postgres_runtime"/,
    );
  });

  test('a role that is missing, by an owner who may not make one: refused, with the correction', async () => {
    const { name, url } = await makeRole();
    await query(store.url, `ALTER DATABASE ${store.name} OWNER TO ${name}`);
    expect(await refusal(prepareAs(url))).toMatch(/may not create roles\. Ask/);
    await query(adminUrl(), `CREATE ROLE ${role()} LOGIN PASSWORD '${new URL(store.runtimeUrl).password}'`);
    await prepareAs(url);
    await ready();
  });

  test('tables of another owner: refused, with the correction', async () => {
    await prepare();
    const { name, url } = await makeRole();
    await query(store.url, `GRANT pg_write_all_data, pg_read_all_data TO ${name}`);
    await query(store.url, `GRANT CREATE ON SCHEMA public TO ${name}`);
    expect(await refusal(prepareAs(url))).toMatch(/DATABASE_OWNER_URL: .*belong to another role/);
  });
});

describe('serving is refused to', () => {
  beforeEach(() => prepare());

  test('the owner', async () => {
    expect(await refusal(ready(store.url))).toMatch(
      /DATABASE_URL: 角色“postgres”是超级用户.* · the role "postgres" is a superuser.*DATABASE_OWNER_URL/,
    );
  });

  test.each([
    ['a superuser', 'ALTER ROLE $ SUPERUSER', 'is a superuser'],
    ['who makes roles', 'ALTER ROLE $ CREATEROLE', 'may create roles'],
    ['who replicates', 'ALTER ROLE $ REPLICATION', 'may replicate the whole server'],
    ['who sees past row-level security', 'ALTER ROLE $ BYPASSRLS', 'may bypass row-level security'],
    ['who owns a table', 'ALTER TABLE unknown_later OWNER TO $', 'owns the database, its schema or a table'],
    [
      'who may become the owner',
      'GRANT postgres TO $',
      'may become the role "postgres", which is a superuser',
    ],
    [
      'who creates in the schema',
      'GRANT CREATE ON SCHEMA public TO $',
      'CREATE ON SCHEMA public is not allowed',
    ],
    ['who changes the log', 'GRANT UPDATE (entry) ON log TO $', 'UPDATE ON log is not allowed'],
    ['who deletes from the log', 'GRANT DELETE ON log TO $', 'DELETE ON log is not allowed'],
    ['who writes everywhere', 'GRANT pg_write_all_data TO $', 'DELETE ON log is not allowed'],
    ['who runs programs', 'GRANT pg_execute_server_program TO $', 'may run programs'],
    ['who lacks a right', 'REVOKE INSERT ON log FROM $', 'INSERT ON log is missing'],
  ])('one %s', async (_what, statement, sentence) => {
    await query(store.url, statement.replace('$', role()));
    expect(await refusal(ready())).toContain(sentence);
    await query(store.url, `ALTER TABLE unknown_later OWNER TO postgres`);
  });
});
