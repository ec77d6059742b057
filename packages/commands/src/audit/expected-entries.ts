import type { DataSource } from 'typeorm';
import { AuditAnchor } from './audit-anchor';
import type { ChainHead } from './append';

/** Entries that were contradicted are few; the latest show what the earlier ones do. */
const MOST_DISPUTED = 10;

/** One row for each number, with the hash that was seen first. */
const LATEST = `SELECT sequence, hash FROM audit_anchor WHERE chain = $1 ORDER BY sequence DESC, seen_at LIMIT 1`;
const DISPUTED = `SELECT DISTINCT ON (sequence) sequence, hash FROM audit_anchor
  WHERE chain = $1 AND sequence IN (SELECT sequence FROM audit_anchor WHERE chain = $1
    GROUP BY sequence HAVING count(*) > 1 ORDER BY sequence DESC LIMIT ${MOST_DISPUTED})
  ORDER BY sequence DESC, seen_at`;

/**
 * The entries by which a chain is compared with what was seen of it: the furthest one, and those that were seen with
 * another hash since. Such a number has two anchors, so that a contradiction outlasts a restart, and ends only when the
 * entry is again what it was.
 */
export class ExpectedEntries {
  /** Disputed entries of each chain; read once, since that takes a walk over all its anchors. */
  readonly #disputed = new Map<string, Map<string, string>>();

  /** @returns hashes by number */
  async of(database: DataSource, chain: string): Promise<ReadonlyMap<string, string>> {
    const disputed = this.#disputed.get(chain) ?? asMap(await database.query(DISPUTED, [chain]));
    this.#disputed.set(chain, disputed);
    return new Map([...asMap(await database.query(LATEST, [chain])), ...disputed]);
  }

  /** Notes that an entry is seen with another hash than it had. */
  dispute(chain: string, { sequence, hash }: ChainHead): void {
    this.#disputed.get(chain)?.set(sequence, hash);
  }
}

/** Notes an entry of another's chain, if it is not noted yet. */
export async function noteAnchor(
  database: DataSource,
  chain: string,
  { sequence, hash }: ChainHead,
  seenAt: Date,
): Promise<void> {
  const anchor = { chain, sequence, hash, seenAt };
  await database.createQueryBuilder().insert().into(AuditAnchor).values(anchor).orIgnore().execute();
}

const asMap = (rows: readonly ChainHead[]): Map<string, string> =>
  new Map(rows.map(({ sequence, hash }) => [sequence, hash]));
