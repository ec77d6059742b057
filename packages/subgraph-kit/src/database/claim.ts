import { ConfigurationError } from '@mtg/service-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { PREPARATION_LOCK } from './migrate';

/**
 * Marks a database as one subgraph's own, before anything else is written to it. A street that is started with the
 * URL of another street's database would otherwise migrate and load into it.
 *
 * @throws ConfigurationError when the database belongs to another subgraph
 */
export async function claimDatabase(database: DataSource, name: string): Promise<void> {
  const owner = await database.transaction(async (manager) => claimWithin(manager, name));
  if (owner !== name) {
    throw new ConfigurationError([
      `DATABASE_OWNER_URL: 此数据库属于子图“${owner}”，不属于“${name}”；请改用自己的数据库 · this database belongs to the subgraph "${owner}", not to "${name}". Use its own database`,
    ]);
  }
}

/** The same within a transaction that is under way. @returns whose the database is */
export async function claimWithin(manager: EntityManager, name: string): Promise<string> {
  // Processes that start at once take turns: CREATE TABLE IF NOT EXISTS alone fails in one of them.
  await manager.query('SELECT pg_advisory_xact_lock($1)', [PREPARATION_LOCK]);
  await manager.query(
    `CREATE TABLE IF NOT EXISTS subgraph_identity (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), name text NOT NULL)`,
  );
  await manager.query('INSERT INTO subgraph_identity (name) VALUES ($1) ON CONFLICT DO NOTHING', [name]);
  const [row]: [{ name: string }] = await manager.query('SELECT name FROM subgraph_identity');
  return row.name;
}

/**
 * For programs that write into a subgraph's database beside it, such as imports: is it really that subgraph's?
 *
 * @param variable the one that named the database, for the sentence
 * @throws ConfigurationError when the database belongs to another subgraph, or to none yet
 */
export async function requireClaim(
  database: DataSource,
  name: string,
  variable = 'DATABASE_OWNER_URL',
): Promise<void> {
  const claimant = await claimantOf(database);
  if (claimant === name) return;
  throw new ConfigurationError([
    claimant !== undefined
      ? `${variable}: 此数据库属于子图“${claimant}”，不属于“${name}” · this database belongs to the subgraph "${claimant}", not to "${name}"`
      : `${variable}: 此数据库尚未由子图“${name}”建立；请先启动它 · the subgraph "${name}" has not set up this database yet. Start it first`,
  ]);
}

/** The subgraph whose database it is, by its name in the list; undefined for one that was not set up yet. */
export async function claimantOf(database: Pick<DataSource, 'query'>): Promise<string | undefined> {
  const [{ claimed }]: [{ claimed: boolean }] = await database.query(
    `SELECT to_regclass('subgraph_identity') IS NOT NULL AS claimed`,
  );
  const [row]: { name: string }[] = claimed ? await database.query('SELECT name FROM subgraph_identity') : [];
  return row?.name;
}
