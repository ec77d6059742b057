import type { Pool, PoolClient } from 'pg';

const unheard = (): void => undefined;

/**
 * Takes a connection out of the pool. One that breaks tells the statement that runs on it; without a listener it would end the
 * process as well.
 */
export async function takeConnection(pool: Pool): Promise<PoolClient> {
  const client = await pool.connect();
  // Once, however often the connection is taken.
  client.off('error', unheard);
  client.on('error', unheard);
  return client;
}
