import { AuditAnchor, type ChainHead } from '@mtg/commands';
import { ConfigurationError, createDataSource } from '@mtg/subgraph-kit';
import type { DatabaseAddress } from '../config';

/**
 * What the subgraphs have witnessed of each other's chains, by chain: the district of the streets', the streets of the
 * district's.
 *
 * @throws ConfigurationError when a database is none of a subgraph
 */
export async function readAnchors(
  addresses: readonly DatabaseAddress[],
): Promise<ReadonlyMap<string, readonly ChainHead[]>> {
  const byChain = new Map<string, ChainHead[]>();
  for (const anchor of (await Promise.all(addresses.map(anchorsIn))).flat()) {
    const known = byChain.get(anchor.chain);
    if (known) known.push(anchor);
    else byChain.set(anchor.chain, [anchor]);
  }
  return byChain;
}

async function anchorsIn(address: DatabaseAddress): Promise<AuditAnchor[]> {
  const database = createDataSource({ ...address, entities: [AuditAnchor], migrations: [], unlimited: true });
  await database.initialize();
  try {
    const [{ exists }]: [{ exists: boolean }] = await database.query(
      `SELECT to_regclass('audit_anchor') IS NOT NULL AS exists`,
    );
    if (!exists) {
      throw new ConfigurationError([
        'WITNESS_DATABASE_URLS: 其中有数据库不是子图的数据库，或尚未升级 · one of these is no database of a subgraph, or not upgraded yet',
      ]);
    }
    return await database.getRepository(AuditAnchor).find({ order: { chain: 'ASC', sequence: 'ASC' } });
  } finally {
    await database.destroy();
  }
}
