import { AuditAnchor, type ChainHead } from '@mtg/commands';
import { claimantOf, ConfigurationError, isDatabaseUnavailable } from '@mtg/subgraph-kit';
import { openAudit } from './open-database';
import type { DatabaseAddress } from '../config';

/** Entries of each other's chains that subgraphs have witnessed. */
export interface Witnessed {
  /** Heads of a chain, by its code. */
  readonly heads: ReadonlyMap<string, readonly ChainHead[]>;
  /** Names of the subgraphs whose database was read. */
  readonly witnesses: ReadonlySet<string>;
  /** Hosts of the databases that did not answer. */
  readonly unreachable: readonly string[];
}

/**
 * Reads what the subgraphs have witnessed: the district of the streets' chains, the streets of the district's. A database
 * that does not answer is named and passed over.
 *
 * @throws ConfigurationError when a database is none of a subgraph
 */
export async function readAnchors(addresses: readonly DatabaseAddress[]): Promise<Witnessed> {
  const heads = new Map<string, ChainHead[]>();
  const witnesses = new Set<string>();
  const unreachable: string[] = [];
  await Promise.all(
    addresses.map(async (address) => {
      const found = await anchorsIn(address);
      if (!found) {
        unreachable.push(new URL(address.url).host);
        return;
      }
      witnesses.add(found.witness);
      for (const anchor of found.anchors)
        heads.set(anchor.chain, [...(heads.get(anchor.chain) ?? []), anchor]);
    }),
  );
  return { heads, witnesses, unreachable };
}

interface Found {
  readonly witness: string;
  readonly anchors: readonly AuditAnchor[];
}

async function anchorsIn(address: DatabaseAddress): Promise<Found | undefined> {
  const database = await openAudit(address).catch((error: unknown) => {
    if (isDatabaseUnavailable(error)) return undefined;
    throw error;
  });
  if (!database) return undefined;
  try {
    const witness = await claimantOf(database);
    const [{ exists }]: [{ exists: boolean }] = await database.query(
      `SELECT to_regclass('audit_anchor') IS NOT NULL AS exists`,
    );
    if (!exists || witness === undefined) {
      throw new ConfigurationError([
        'WITNESS_DATABASE_URLS: 其中有数据库不是子图的数据库，或尚未升级 · one of these databases does not belong to a subgraph, or has not been upgraded yet',
      ]);
    }
    const anchors = await database
      .getRepository(AuditAnchor)
      .find({ order: { chain: 'ASC', sequence: 'ASC' } });
    return { witness, anchors };
  } finally {
    await database.destroy();
  }
}
