import { createInterface } from 'node:readline';
import type { Door, ListedDataset } from '../door/door';
import { pathOf } from './partition';

/** Changes of a dataset since a position. */
export interface Changes {
  /** Position up to which they are complete. */
  readonly position: string;
  readonly stale: readonly string[];
  /** Files that rows have come to, or have changed in. */
  readonly paths: ReadonlySet<string>;
  /** Ids of rows that are gone, by street. */
  readonly removed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The beginning of the feed. */
export const BEGINNING = '0';

/** The column whose month a row belongs to. It never changes. */
const TIME = 'created_at';

interface Line {
  readonly street: string;
  readonly id: string;
  readonly created_at?: string | null;
  readonly removed: boolean;
}

/** Reads the feed of a dataset, which has an id and a month of each changed row. */
export async function readChanges(door: Door, dataset: ListedDataset, since: string): Promise<Changes> {
  const { name, columns } = dataset;
  const hasTime = columns.some((column) => column.name === TIME);
  const select = ['street', 'id', ...(hasTime ? [TIME] : [])].join(',');
  const { body, position, stale } = await door.read(`${name}.jsonl`, { select, since });
  const paths = new Set<string>();
  const removed = new Map<string, Set<string>>();
  for await (const text of createInterface({ input: body, crlfDelay: Infinity })) {
    if (text === '') continue;
    const { street, id, created_at: time, removed: isGone } = JSON.parse(text) as Line; // the export's own columns
    if (!isGone) paths.add(pathOf(name, { street, month: time?.slice(0, 7) ?? null }));
    else if (since !== BEGINNING) {
      const ids = removed.get(street) ?? new Set();
      removed.set(street, ids.add(id));
    }
  }
  return { position, stale, paths, removed };
}
