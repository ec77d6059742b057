import type { EntityManager } from 'typeorm';

/**
 * Has the rest of the transaction look rows up by index. PostgreSQL plans the look-ups of foreign keys once, by how the tables
 * were at their beginning: where they were empty it would read each of them whole for every row that comes or goes.
 */
export const lookUpByIndex = async (manager: EntityManager): Promise<void> => {
  // Who avoids whole reads makes them look so costly that PostgreSQL would compile each of those that are left.
  await manager.query('SET LOCAL enable_seqscan = off; SET LOCAL jit = off');
};
