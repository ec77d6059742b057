import type { EntityManager } from 'typeorm';
import { AuditEntry } from './audit-entry';
import { genesisHash, hashOf, type Chained } from './chain';

/** Where a chain ends. */
export interface ChainHead {
  /** As text, since it may outgrow a number; `0` when the chain is empty. */
  readonly sequence: string;
  readonly hash: string;
}

/** The end of the chain. Who appends to it must hold the street's command lock from before this call. */
export async function chainHead(manager: EntityManager, chain: string): Promise<ChainHead> {
  const [last]: ChainHead[] = await manager.query(
    'SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1',
  );
  return last ?? { sequence: '0', hash: genesisHash(chain) };
}

/** Adds an entry at the end of the chain, within the caller's transaction. */
export async function appendAuditEntry(
  manager: EntityManager,
  chain: string,
  entry: Omit<Chained, 'sequence' | 'previousHash'>,
): Promise<void> {
  const head = await chainHead(manager, chain);
  const chained: Chained = {
    ...entry,
    sequence: String(BigInt(head.sequence) + 1n),
    previousHash: head.hash,
  };
  await manager.insert(AuditEntry, { ...chained, hash: hashOf(chained) });
}
