import { Pool, type PoolConfig } from 'pg';

/**
 * Opens a pool whose connections may be lost: a database that is dropped ends those that a pool has not closed yet, which fails
 * the file of a test otherwise. A statement that runs on one is told.
 */
export function openPool(config: PoolConfig): Pool {
  const pool = new Pool(config);
  pool.on('error', () => undefined);
  return pool;
}
