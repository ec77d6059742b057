import type { DataSource } from 'typeorm';
import { dropPublication, restorePublication } from './publication';
import { dropViews, restoreViews } from './dropped-views';

/** Any number will do, as long as all processes that prepare one database use the same. */
export const PREPARATION_LOCK = 110109;

/**
 * Runs the migrations that the database lacks, each in its transaction. Two processes that start at once take
 * turns. PostgreSQL alters no column that a view or a publication uses: both are dropped first, for `recreateViews` and
 * `shareTables` to create them, and come back when a migration fails.
 *
 * @returns names of the migrations that ran
 */
export async function migrate(dataSource: DataSource): Promise<readonly string[]> {
  const lock = dataSource.createQueryRunner();
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [PREPARATION_LOCK]);
    if (!(await dataSource.showMigrations())) return [];
    const dropped = await dropViews(lock);
    const published = await dropPublication(lock);
    try {
      const ran = await dataSource.runMigrations({ transaction: 'each' });
      return ran.map((migration) => migration.name);
    } catch (error) {
      await restoreViews(lock, dropped);
      await restorePublication(lock, published);
      throw error;
    }
  } finally {
    await lock.query('SELECT pg_advisory_unlock($1)', [PREPARATION_LOCK]).catch(() => undefined);
    await lock.release();
  }
}

/** Migrations may back more rules with constraints and indexes than an entity repeats. */
const DROPS_ONLY_A_GUARD = /^(ALTER TABLE \S+ DROP CONSTRAINT|DROP INDEX) /;

/**
 * SQL that would bring the database to what the entities say; empty when entities and migrations agree on every table and
 * column, and the database has every constraint that an entity declares.
 */
export async function schemaDrift(dataSource: DataSource): Promise<readonly string[]> {
  const log = await dataSource.driver.createSchemaBuilder().log();
  return log.upQueries.map(({ query }) => query).filter((query) => !DROPS_ONLY_A_GUARD.test(query));
}
