import { ConfigurationError } from '@mtg/service-kit';
import type { DataSource } from 'typeorm';

/**
 * Marks a database as one subgraph's own, before anything else is written to it. A street that is started with the
 * URL of another street's database would otherwise migrate and load into it.
 *
 * @throws ConfigurationError when the database belongs to another subgraph
 */
export async function claimDatabase(database: DataSource, name: string): Promise<void> {
  await database.query(
    `CREATE TABLE IF NOT EXISTS subgraph_identity (only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row), name text NOT NULL)`,
  );
  await database.query('INSERT INTO subgraph_identity (name) VALUES ($1) ON CONFLICT DO NOTHING', [name]);
  const [{ name: owner }]: [{ name: string }] = await database.query('SELECT name FROM subgraph_identity');
  if (owner !== name) {
    throw new ConfigurationError([
      `DATABASE_URL: 此数据库属于子图“${owner}”，不属于“${name}”；请改用自己的数据库 · this database belongs to the subgraph "${owner}", not to "${name}"; use its own`,
    ]);
  }
}
