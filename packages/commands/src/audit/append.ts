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

/** An entry before it has its place in the chain. */
export type NewEntry = Omit<Chained, 'sequence' | 'previousHash'>;

/** Adds an entry at the end of the chain, within the caller's transaction. */
export const appendAuditEntry = (manager: EntityManager, chain: string, entry: NewEntry): Promise<void> =>
  appendAuditEntries(manager, chain, [entry]);

/** Adds entries at the end of the chain by one statement, within the caller's transaction. */
export async function appendAuditEntries(
  manager: EntityManager,
  chain: string,
  entries: readonly NewEntry[],
): Promise<void> {
  let head = await chainHead(manager, chain);
  const rows = entries.map((entry) => {
    const sequence = String(BigInt(head.sequence) + 1n);
    const chained: Chained = { ...entry, sequence, previousHash: head.hash };
    head = { sequence, hash: hashOf(chained) };
    return { ...chained, hash: head.hash };
  });
  if (rows.length > 0) await manager.insert(AuditEntry, rows);
}
