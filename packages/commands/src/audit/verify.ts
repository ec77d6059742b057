import type { EntityManager } from 'typeorm';
import { AuditEntry } from './audit-entry';
import type { ChainHead } from './append';
import { genesisHash, hashOf } from './chain';

/** Problems of a chain, with the entry that has them. */
export interface ChainProblem {
  readonly sequence: string;
  readonly kind: 'EDITED' | 'MISSING' | 'SURPLUS' | 'NOT_LINKED' | 'CUT_OFF' | 'NOT_AS_ANCHORED';
}

export interface ChainReport {
  readonly entries: number;
  readonly head: ChainHead;
  readonly problems: readonly ChainProblem[];
}

/** Entries read at a time. */
const BATCH = 5000;
/** One break shows at every later anchor, so that a full list would only repeat it. */
const MOST_PROBLEMS = 100;

/**
 * Walks a whole chain: every entry has the hash of its own content, follows the entry before it, and is what the
 * district's anchors say it was.
 *
 * @param database a data source, or the transaction to read in
 * @param anchors heads of the chain that were noted elsewhere, in any order
 * @param onProgress called now and then with the number of entries read, and of all
 */
export async function verifyChain(
  database: Pick<EntityManager, 'getRepository'>,
  chain: string,
  anchors: readonly ChainHead[] = [],
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<ChainReport> {
  const total = await database.getRepository(AuditEntry).count();
  return verifyEntries(chain, batches(database), anchors, (done) => onProgress(done, total));
}

/**
 * Verifies entries of a chain as `verifyChain` does, wherever they come from.
 *
 * @param batches all of them, by number
 * @param onProgress called now and then with the number of entries read
 */
export async function verifyEntries(
  chain: string,
  batches: AsyncIterable<readonly AuditEntry[]>,
  anchors: readonly ChainHead[] = [],
  onProgress: (done: number) => void = () => undefined,
): Promise<ChainReport> {
  const anchored = bySequence(anchors);
  const problems: ChainProblem[] = [];
  let head: ChainHead = { sequence: '0', hash: genesisHash(chain) };
  let entries = 0;
  for await (const batch of batches) {
    for (const entry of batch) {
      problems.push(...problemsOf(entry, head, anchored.get(entry.sequence)));
      if (BigInt(entry.sequence) > 0n) head = { sequence: entry.sequence, hash: entry.hash };
    }
    entries += batch.length;
    onProgress(entries);
    if (problems.length > MOST_PROBLEMS) break;
  }
  const furthest = anchors.reduce(
    (most, { sequence }) => (BigInt(sequence) > most ? BigInt(sequence) : most),
    0n,
  );
  if (problems.length <= MOST_PROBLEMS && furthest > BigInt(head.sequence)) {
    problems.push({ sequence: String(BigInt(head.sequence) + 1n), kind: 'CUT_OFF' });
  }
  return { entries, head, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** All that was noted of each entry: witnesses who contradict each other both count. */
function bySequence(anchors: readonly ChainHead[]): ReadonlyMap<string, readonly string[]> {
  const hashes = new Map<string, string[]>();
  for (const { sequence, hash } of anchors) {
    const noted = hashes.get(sequence);
    if (noted) noted.push(hash);
    else hashes.set(sequence, [hash]);
  }
  return hashes;
}

function problemsOf(entry: AuditEntry, before: ChainHead, noted: readonly string[] = []): ChainProblem[] {
  const { sequence } = entry;
  const expected = BigInt(before.sequence) + 1n;
  if (BigInt(sequence) < expected) return [{ sequence, kind: 'SURPLUS' }];
  if (BigInt(sequence) > expected) return [{ sequence: String(expected), kind: 'MISSING' }];
  if (hashOf(entry) !== entry.hash) return [{ sequence, kind: 'EDITED' }];
  // The content is what was hashed, but it was hashed after another entry: rows changed places, or were written anew.
  if (entry.previousHash !== before.hash) return [{ sequence, kind: 'NOT_LINKED' }];
  if (noted.some((hash) => hash !== entry.hash)) return [{ sequence, kind: 'NOT_AS_ANCHORED' }];
  return [];
}

async function* batches(database: Pick<EntityManager, 'getRepository'>): AsyncGenerator<AuditEntry[]> {
  const repository = database.getRepository(AuditEntry);
  for (let after: string | undefined; ;) {
    const query = repository.createQueryBuilder('entry');
    // From the very first: an entry before number 1 is none of the chain's.
    if (after !== undefined) query.where('entry.sequence > :after', { after });
    const rows = await query.orderBy('entry.sequence').limit(BATCH).getMany();
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    after = last.sequence;
  }
}
