import { systemClock } from '@mtg/governance';
import type { LoadContext } from '@mtg/sample';
import type { StreetListing } from '@mtg/subgraphs';
import type { DataSource } from 'typeorm';

/** A street, and its database as the owner. */
export interface Opened {
  readonly street: StreetListing;
  readonly database: DataSource;
}

/** Outcome of a street: number of rows written or removed, or the error. */
interface StreetOutcome {
  readonly title: string;
  readonly outcome: PromiseSettledResult<number>;
}

/** In all streets at once, since each has a database of its own. Whatever fails in one, the others are finished. */
export async function inEach(
  opened: readonly Opened[],
  work: (context: LoadContext) => Promise<number>,
): Promise<readonly StreetOutcome[]> {
  return Promise.all(
    opened.map(async ({ street: { code, title }, database }) => {
      const [outcome] = await Promise.allSettled([work({ database, clock: systemClock, code, title })]);
      return { title, outcome };
    }),
  );
}

/**
 * Prints the outcome of each street.
 *
 * @throws the first street's error, after all outcomes are printed
 */
export function tell(
  outcomes: readonly StreetOutcome[],
  { done, failed }: { readonly done: string; readonly failed: string },
): void {
  for (const { title, outcome } of outcomes) {
    const text = outcome.status === 'fulfilled' ? `${done}: ${outcome.value} 行 · rows` : failed;
    process.stdout.write(`${title}: ${text}\n`);
  }
  for (const { outcome } of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
