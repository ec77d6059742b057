import type { MigrationInterface, QueryRunner } from 'typeorm';
import { connectTo, Place, Places1700000000001 } from '../../test-support/places';
import { eventually } from '../../../../tests/support/wait';
import { createTestDatabase, type TestDatabase } from '../../../../tests/support/test-database';
import { subgraphVariables } from '../server/config';
import type { Class } from './class';
import { createDataSource } from './data-source';
import { migrate, PREPARATION_LOCK, schemaDrift } from './migrate';
import { recreateViews } from './views';

class Later1700000000002 implements MigrationInterface {
  up = (queryRunner: QueryRunner): Promise<unknown> =>
    queryRunner.query('ALTER TABLE place DROP COLUMN area; DROP TABLE nothing');
  down = (): Promise<void> => Promise.resolve();
}

/** The table of places without one column of the entity. */
class Forgetful1700000000001 extends Places1700000000001 {
  override async up(queryRunner: QueryRunner): Promise<void> {
    await super.up(queryRunner);
    await queryRunner.query('ALTER TABLE place DROP COLUMN area, ALTER COLUMN name DROP NOT NULL');
  }
}

/** Alters what the view below reads. */
class Longer1700000000003 implements MigrationInterface {
  up = (queryRunner: QueryRunner): Promise<unknown> =>
    queryRunner.query('ALTER TABLE place ALTER COLUMN name TYPE varchar(99)');
  down = (): Promise<void> => Promise.resolve();
}

/** The view that is declared, and one that only an earlier version declared. */
const VIEW = { name: 'place_names', select: 'SELECT name FROM place' };
const FORMER = { name: 'former', select: 'SELECT name AS other FROM place_names' };

let store: TestDatabase;
beforeEach(async () => (store = await createTestDatabase()));
afterEach(() => {
  jest.restoreAllMocks();
  return store.drop();
});

const withDatabase = async <T>(
  migrations: readonly Class[],
  work: (database: Awaited<ReturnType<typeof connectTo>>) => Promise<T>,
): Promise<T> => {
  const database = await connectTo(store.url, [Place], migrations);
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
};

test('runs what the database lacks, once', async () => {
  await withDatabase([Places1700000000001], async (database) => {
    expect(await migrate(database)).toEqual(['Places1700000000001']);
    expect(await migrate(database)).toEqual([]);
    expect(await schemaDrift(database)).toEqual([]);
  });
});

test('processes that start at once take turns', async () => {
  await withDatabase([Places1700000000001], async (database) => {
    const other = database.createQueryRunner();
    await other.query('SELECT pg_advisory_lock($1)', [PREPARATION_LOCK]);
    let ended = false;
    const migrating = migrate(database).finally(() => (ended = true));
    await eventually('the second waits for the first', async () => ended || (await store.isWaiting()));
    expect(ended).toBe(false);
    expect(await store.query(`SELECT to_regclass('place') AS made`)).toEqual([{ made: null }]);
    await other.query('SELECT pg_advisory_unlock($1)', [PREPARATION_LOCK]);
    await other.release();
    expect(await migrating).toEqual(['Places1700000000001']);
  });
});

test('the smallest pool that may be configured is enough', async () => {
  const { schema } = subgraphVariables(0).DATABASE_POOL_SIZE;
  const poolSize = [1, 2, 3].find((size) => schema.safeParse(size).success);
  const database = createDataSource({
    url: store.url,
    ...(poolSize !== undefined && { poolSize }),
    entities: [Place],
    migrations: [Places1700000000001],
  });
  await database.initialize();
  expect(await migrate(database)).toHaveLength(1);
  await database.destroy();
});

test('one that fails is taken back whole, those before it stay, and the lock is free again', async () => {
  // TypeORM prints the failure by itself.
  jest.spyOn(console, 'log').mockReturnValue();
  await withDatabase([Places1700000000001, Later1700000000002], async (database) => {
    await expect(migrate(database)).rejects.toThrow('"nothing" does not exist');
    await expect(migrate(database)).rejects.toThrow('"nothing" does not exist');
    expect(await schemaDrift(database)).toEqual([]);
  });
  expect(await store.query('SELECT name FROM schema_migration')).toEqual([{ name: 'Places1700000000001' }]);
  expect(
    await store.query(`SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database =
      (SELECT oid FROM pg_database WHERE datname = current_database())`),
  ).toEqual([]);
});

test('a migration alters a column that views use, and no pending one leaves them alone', async () => {
  await withDatabase([Places1700000000001], async (database) => {
    await migrate(database);
    await recreateViews(database, [VIEW, FORMER]);
    await migrate(database);
    expect(await recreateViews(database, [VIEW])).toEqual([]);
  });
  await withDatabase([Places1700000000001, Longer1700000000003], async (database) => {
    expect(await migrate(database)).toEqual(['Longer1700000000003']);
    expect(await recreateViews(database, [VIEW])).toEqual(['place_names']);
  });
  expect(
    await store.query(`SELECT table_name AS name, character_maximum_length AS length
      FROM information_schema.columns WHERE table_name IN ('place_names', 'former')`),
  ).toEqual([{ name: 'place_names', length: 99 }]);
});

test('views are back, with their readers, when a migration fails', async () => {
  jest.spyOn(console, 'log').mockReturnValue();
  const viewsNow = () =>
    store.query(`SELECT relname, relacl::text, pg_get_viewdef(oid) AS text, obj_description(oid, 'pg_class') AS comment
      FROM pg_class WHERE relname IN ('place_names', 'former') ORDER BY relname`);
  await withDatabase([Places1700000000001], async (database) => {
    await migrate(database);
    await recreateViews(database, [VIEW, FORMER]);
    await store.query('GRANT SELECT ON place_names TO pg_monitor');
  });
  const before = await viewsNow();
  await withDatabase([Places1700000000001, Later1700000000002], async (database) => {
    await expect(migrate(database)).rejects.toThrow('"nothing" does not exist');
  });
  expect(before).toHaveLength(2);
  expect(await viewsNow()).toEqual(before);
});

test('drift: what the entities have and the migrations lack', async () => {
  await withDatabase([Forgetful1700000000001], async (database) => {
    await migrate(database);
    const drift = (await schemaDrift(database)).join('\n');
    expect(drift).toMatch(/"place" ADD "area" double precision/);
    expect(drift).toMatch(/"place" ALTER COLUMN "name" SET NOT NULL/);
  });
});
