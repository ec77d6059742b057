import { withClient } from './with-client';

/** Creates the databases that are missing, each with its own name; those that exist are left as they are. */
export async function createMissingDatabases(adminUrl: string, names: readonly string[]): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows } = await client.query('SELECT datname FROM pg_database');
    const existing = new Set(rows.map(({ datname }) => datname));
    for (const name of names) {
      if (!existing.has(name)) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
  });
}
