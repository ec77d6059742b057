import type { BookDifferenceKind } from '@mtg/governance';
import { isOpenEntry, type BookEntry } from './book-entry';

/** An entry of one's own that the other side has otherwise, or not at all. */
export interface BookDifference {
  readonly id: string;
  readonly kind: BookDifferenceKind;
}

/** Findings of a comparison. */
export interface ComparedBooks {
  readonly differences: readonly BookDifference[];
  /** Entries that are open here and answered there, with the same content. */
  readonly answered: readonly BookEntry[];
}

/**
 * Compares one's own entries with those of the other side. An entry that is open on either side is no difference: the one
 * side has not answered it, or the other not heard of the answer.
 *
 * @param others entries of the other side, by id
 */
export function compareBooks(
  own: readonly BookEntry[],
  others: ReadonlyMap<string, BookEntry>,
): ComparedBooks {
  const differences: BookDifference[] = [];
  const answered: BookEntry[] = [];
  for (const entry of own) {
    const other = others.get(entry.id);
    const kind = differenceBetween(entry, other);
    if (kind) differences.push({ id: entry.id, kind });
    else if (other && isOpenEntry(entry) && !isOpenEntry(other)) answered.push(other);
  }
  return { differences, answered };
}

function differenceBetween(own: BookEntry, other: BookEntry | undefined): BookDifferenceKind | undefined {
  if (!other) return isOpenEntry(own) ? undefined : 'UNKNOWN';
  if (own.digest !== other.digest) return 'OTHER_CONTENT';
  if (isOpenEntry(own) || isOpenEntry(other)) return undefined;
  return own.state === other.state ? undefined : 'OTHER_STATE';
}
