import type { ChainHead } from '@mtg/commands';
import { createDataSource, requireClaim } from '@mtg/subgraph-kit';
import { DISTRICT } from '@mtg/subgraphs';
import type { DatabaseAddress } from '../config';

/** What the district has witnessed of each chain; undefined where its database is not to be had. */
export async function readAnchors(
  address: DatabaseAddress | undefined,
): Promise<ReadonlyMap<string, ChainHead[]> | undefined> {
  if (!address) return undefined;
  const database = createDataSource({ ...address, entities: [], migrations: [], unlimited: true });
  await database.initialize();
  try {
    await requireClaim(database, DISTRICT.name);
    const rows: (ChainHead & { chain: string })[] = await database.query(
      'SELECT chain, sequence, hash FROM audit_anchor ORDER BY chain, sequence',
    );
    return new Map(
      [...new Set(rows.map(({ chain }) => chain))].map((chain) => [
        chain,
        rows.filter((row) => row.chain === chain),
      ]),
    );
  } finally {
    await database.destroy();
  }
}
