import { createHash } from 'node:crypto';
import { findDuplicates } from '@mtg/governance';
import type { DataSource, EntityManager, EntityTarget } from 'typeorm';
import { ReferenceLoad } from './reference-load';
import type { ReferenceRow, ReferenceValues } from './reference-row';
import { noWrites, takeTurns, upsertReference, withdrawReference, type WriteCounts } from './upsert';

/** One set of reference rows, as read from the files of its owner. */
export interface ReferenceSet<Row extends ReferenceRow = ReferenceRow> {
  /** Unique in the subgraph, e.g. `communities`. */
  readonly name: string;
  readonly entity: EntityTarget<Row>;
  readonly key: keyof ReferenceValues<Row> & string;
  readonly rows: readonly ReferenceValues<Row>[];
}

/** Keeps the row type of each set while a list of sets of many types is built. */
export const referenceSet = <Row extends ReferenceRow>(set: ReferenceSet<Row>): ReferenceSet =>
  // Its entity and its rows are of one type, whichever that is: what reads a set takes both from it.
  set as unknown as ReferenceSet;

/**
 * Brings a database to what the reference files say, in one transaction, in the order given. A row that its file
 * states as at the last load is left alone, so that what a person imported since then stands; rows that a new version
 * of the file no longer lists are withdrawn, unless a person has taken them over.
 *
 * @throws Error naming the set and the key, when a file lists a key twice
 * @returns counts per set; all `unchanged` on a second run
 */
export async function loadReferenceSets(
  dataSource: DataSource,
  sets: readonly ReferenceSet[],
): Promise<ReadonlyMap<string, WriteCounts>> {
  return dataSource.transaction(async (manager) => {
    await takeTurns(manager);
    const counts = new Map<string, WriteCounts>();
    for (const set of sets) counts.set(set.name, await loadSet(manager, set));
    return counts;
  });
}

async function loadSet(manager: EntityManager, set: ReferenceSet): Promise<WriteCounts> {
  const keys = set.rows.map((row) => row[set.key as keyof typeof row]);
  refuseDuplicates(set, keys);
  const last = (await manager.findOneBy(ReferenceLoad, { name: set.name }))?.rows ?? {};
  const now = Object.fromEntries(set.rows.map((row, index) => [keys[index], digestOf(row)]));
  const gone = Object.keys(last).filter((key) => !Object.hasOwn(now, key));
  const changed = set.rows.filter((_row, index) => {
    const key = keys[index] ?? '';
    return last[key] !== now[key];
  });
  if (gone.length === 0 && changed.length === 0) return { ...noWrites(), unchanged: set.rows.length };

  // First, so that a new row may take the place of one that goes (the only director of a center, say).
  await withdrawReference(manager, set.entity, set.key, gone);
  // The key is a property of the set's own rows, whose type is forgotten in a list of sets.
  const counts = await upsertReference(manager, set.entity, changed, set.key as never);
  counts.unchanged += set.rows.length - changed.length;
  await manager.save(ReferenceLoad, { name: set.name, rows: now, loadedAt: new Date() });
  return counts;
}

const digestOf = (row: unknown): string => createHash('sha256').update(JSON.stringify(row)).digest('hex');

function refuseDuplicates({ name, key }: ReferenceSet, keys: readonly string[]): void {
  const doubled = findDuplicates(keys).map(({ code }) => code);
  if (doubled.length === 0) return;
  throw new Error(
    `参考数据 ${name} 中 ${key} 重复 · Duplicate ${key} in the reference data "${name}": ${doubled.join(', ')}`,
  );
}
