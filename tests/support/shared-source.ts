import { createDataSource, shareTables, type SharedTable } from '@mtg/subgraph-kit';
import type { TestDatabase } from './test-database';

/**
 * Shares columns of a database as the start of a subgraph does.
 *
 * @param role with which the warehouse reads them; the test drops it
 * @returns connection URL with that role
 */
export async function shareWith(
  role: string,
  store: Pick<TestDatabase, 'url'>,
  shared: readonly SharedTable[],
): Promise<string> {
  const owner = await createDataSource({
    url: store.url,
    entities: [],
    migrations: [],
    poolSize: 2,
  }).initialize();
  try {
    await shareTables(owner, 'test', shared, { role, password: 'reads' });
  } finally {
    await owner.destroy();
  }
  return Object.assign(new URL(store.url), { username: role, password: 'reads' }).toString();
}
