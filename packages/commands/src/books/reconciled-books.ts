import { wholeDatabase } from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import type { BookDifference } from './compare-books';

/** Result of the last comparison with one other side. */
export interface ReconciledBook {
  /** Code of the street, or `DISTRICT`. */
  readonly party: string;
  readonly checkedAt: Date;
  /** Number of entries compared. */
  readonly entries: number;
  readonly differences: readonly BookDifference[];
}

const seen = new WeakMap<DataSource, Map<string, ReconciledBook>>();

/** Findings of this process, by the other side. */
export function reconciledBooks(database: DataSource): Map<string, ReconciledBook> {
  const found = seen.get(wholeDatabase(database)) ?? new Map<string, ReconciledBook>();
  seen.set(wholeDatabase(database), found);
  return found;
}
