import type { TransactionManager } from '@mtg/commands';

/**
 * Has the rest of the transaction look rows up by index. PostgreSQL plans the look-ups of foreign keys once, by how the tables
 * were at their beginning: where they were empty it would read each of them whole for every row that comes or goes.
 */
export const lookUpByIndex = async (manager: TransactionManager): Promise<void> => {
  // Who avoids whole reads makes them look so costly that PostgreSQL would compile each of those that are left.
  await manager.query('SET LOCAL enable_seqscan = off; SET LOCAL jit = off');
};

/**
 * Has PostgreSQL count the rows of tables, after which it plans its look-ups in them anew. Otherwise they stay as they were
 * planned while a table had hardly any rows, when all of its indexes cost the same: by one on `(created_at, id)`, say, which
 * for a row of some id is read from end to end, so that a load takes the longer per row the more there are. It happens in
 * tables that were emptied: PostgreSQL knows of them that they have no rows, whereas a new one it takes for ten pages long.
 */
export const countRows = async (manager: TransactionManager, tables: readonly string[]): Promise<void> => {
  await manager.query(`ANALYZE ${tables.map((table) => `"${table}"`).join(', ')}`);
};
