import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { claimWithin } from './claim';
import { createStorageProbe } from './storage-probe';

/** Names of the migrations that this version knows, in their order. */
export const migrationNames = (database: DataSource): readonly string[] =>
  database.migrations
    .map((migration) => migration.name ?? migration.constructor.name)
    .toSorted((a, b) => timestampOf(a) - timestampOf(b));

const timestampOf = (name: string): number => Number(/\d{13}$/.exec(name)?.[0]);

/**
 * Claims an empty database and brings it to given migrations, within a transaction that is under way: it is all there when
 * that is committed, and nothing of it otherwise.
 */
export async function prepareWithin(
  database: DataSource,
  runner: QueryRunner,
  name: string,
  migrations: readonly string[],
): Promise<void> {
  await claimWithin(runner.manager, name);
  const executor = new MigrationExecutor(database, runner);
  for (const migration of await executor.getPendingMigrations())
    if (migrations.includes(migration.name)) await executor.executeMigration(migration);
  await createStorageProbe(runner.manager);
}
