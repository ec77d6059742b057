import { BOOK_DIFFERENCE_LABELS } from '@mtg/governance';
import type { PeriodicTask, TaskContext } from '@mtg/subgraph-kit';
import { askBook } from './ask-book';
import type { BookEntry } from './book-entry';
import { compareBooks, type BookDifference } from './compare-books';
import { reconciledBooks } from './reconciled-books';

/** One side's books, as far as they are compared with the other side's. */
export interface OwnBook {
  /** @param party code of the street, or `DISTRICT` */
  entriesOn(party: string, context: TaskContext): Promise<readonly BookEntry[]>;
  /** Takes over answers to entries that are open here. Without it, this side waits for none. */
  settle?(answered: readonly BookEntry[], context: TaskContext): Promise<unknown>;
}

/**
 * Compares the books of funds with those of the other sides, takes over their answers and says which entry differs. A side
 * that does not answer is asked again in the next round: each works on while the other is down.
 *
 * @param urls GraphQL URLs by code, e.g. `DAYU` or `DISTRICT`
 */
export const reconcileTask = (
  urls: ReadonlyMap<string, string>,
  everySeconds: number,
  book: OwnBook,
): PeriodicTask => ({
  name: 'reconcile-funds',
  everySeconds,
  run: (context) => Promise.all([...urls].map(([party, url]) => reconcile(party, url, book, context))),
});

async function reconcile(party: string, url: string, book: OwnBook, context: TaskContext): Promise<void> {
  const own = await book.entriesOn(party, context);
  if (own.length === 0) {
    note(party, 0, [], context);
    return;
  }
  const ids = own.map(({ id }) => id);
  // Whether it answers at all the witness of its audit says.
  const others = await askBook(party, url, ids).catch(() => undefined);
  if (!others) return;
  const { differences, answered } = compareBooks(own, others);
  if (answered.length > 0) await book.settle?.(answered, context);
  note(party, own.length, differences, context);
}

/** Keeps what was found, and says so when it is not what it was in the last round. */
function note(
  party: string,
  entries: number,
  differences: readonly BookDifference[],
  { database, clock, logger }: TaskContext,
): void {
  const books = reconciledBooks(database);
  const before = new Set(books.get(party)?.differences.map(({ id }) => id));
  books.set(party, { party, checkedAt: clock.now(), entries, differences });
  for (const { id, kind } of differences) {
    if (before.has(id)) continue;
    const { zh, en } = BOOK_DIFFERENCE_LABELS[kind];
    logger.error({ party, entry: id, kind }, `资金账不一致：${zh} · books of funds differ: ${en}`);
  }
}
