import type { EntityManager } from 'typeorm';

/** A table of this copy of the database. A backup leaves it out, since what it restores is another copy. */
export const DATABASE_START = 'database_start';

/**
 * Records a start of the subgraph with the position in the write-ahead log. A reader of the log that remembers the last
 * start recognizes by it a database that was restored from an older copy.
 *
 * @param manager of the owner
 */
export async function recordStart(manager: EntityManager): Promise<void> {
  await manager.query(`CREATE TABLE IF NOT EXISTS ${DATABASE_START} (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    lsn pg_lsn NOT NULL DEFAULT pg_current_wal_insert_lsn(),
    started_at timestamptz NOT NULL DEFAULT now())`);
  await manager.query(`INSERT INTO ${DATABASE_START} DEFAULT VALUES`);
}
