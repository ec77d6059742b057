import type { Statement } from '@mtg/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { genesisHash, hashOf, type Chained } from './chain';

/** The end of a chain. */
export interface ChainHead {
  /** As text, since it may outgrow a number; `0` when the chain is empty. */
  readonly sequence: string;
  readonly hash: string;
}

/** Looks up the last entry. `headOf` reads its answer. Sent by a transaction that holds the command lock. */
export const FIND_HEAD: Statement = {
  name: 'find-audit-head',
  text: 'SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1',
};

/** @param rows that `FIND_HEAD` found */
export function headOf(chain: string, rows: readonly unknown[] | undefined): ChainHead {
  // They are the columns that `FIND_HEAD` selects.
  const [last] = (rows ?? []) as readonly ChainHead[];
  return last ?? { sequence: '0', hash: genesisHash(chain) };
}

/** The end of the chain. A transaction that appends to it holds the command lock from before this call. */
export const chainHead = async (manager: EntityManager, chain: string): Promise<ChainHead> =>
  headOf(chain, await manager.query(FIND_HEAD.text));

/** An entry before it has its place in the chain. */
export type NewEntry = Omit<Chained, 'sequence' | 'previousHash'>;

/** One row for each object of a JSON array. Columns and fields are paired by name. */
const INSERT_ENTRIES = `INSERT INTO audit_entry (sequence, at, actor, role, scope, command, input_digest, outcome, code,
    rule, targets, request_id, times, imported, previous_hash, hash)
  SELECT sequence, at, actor, role, scope, command, "inputDigest", outcome, code,
    rule, targets, "requestId", times, imported, "previousHash", hash
  FROM jsonb_to_recordset($1) AS entry (sequence bigint, at timestamptz, actor text, role text, scope text, command text,
    "inputDigest" text, outcome text, code text, rule text, targets uuid[], "requestId" text, times integer,
    imported jsonb, "previousHash" text, hash text)`;

/** Adds entries behind the head of a chain by one statement. */
export function entriesBehind(head: ChainHead, entries: readonly NewEntry[]): Statement {
  let last = head;
  const rows = entries.map((entry) => {
    const sequence = String(BigInt(last.sequence) + 1n);
    const chained: Chained = { ...entry, sequence, previousHash: last.hash };
    last = { sequence, hash: hashOf(chained) };
    return { ...chained, hash: last.hash };
  });
  return { name: 'insert-audit-entries', text: INSERT_ENTRIES, values: [JSON.stringify(rows)] };
}

/** Adds an entry at the end of the chain, within the caller's transaction, which holds the command lock. */
export async function appendAuditEntry(
  manager: EntityManager,
  chain: string,
  entry: NewEntry,
): Promise<void> {
  const { text, values = [] } = entriesBehind(await chainHead(manager, chain), [entry]);
  await manager.query(text, [...values]);
}
