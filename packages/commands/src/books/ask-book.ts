import { z } from 'zod';
import type { BookEntry } from './book-entry';

const ANSWER_LIMIT_MS = 5000;

/** Entries that one request asks for. */
export const MOST_BOOK_ENTRIES = 200;

const answerShape = z.object({
  data: z.record(
    z.string(),
    z.object({
      fundBook: z.array(
        z.object({ id: z.string(), state: z.string(), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
      ),
    }),
  ),
});

/**
 * Asks the other side for the entries with these ids. Ids that it does not have are left out.
 *
 * @param party code of the street, or `DISTRICT`
 * @throws when it does not answer, or not with entries
 */
export async function askBook(
  party: string,
  url: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BookEntry>> {
  const query = `query ($ids: [UUID!]!) { ${party.toLowerCase()} { fundBook(ids: $ids) { id state digest } } }`;
  const found = new Map<string, BookEntry>();
  for (let first = 0; first < ids.length; first += MOST_BOOK_ENTRIES) {
    // oxlint-disable-next-line no-await-in-loop -- portions, so that no answer is long
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { ids: ids.slice(first, first + MOST_BOOK_ENTRIES) } }),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    // oxlint-disable-next-line no-await-in-loop
    const { data } = answerShape.parse(await response.json());
    for (const { fundBook } of Object.values(data)) for (const each of fundBook) found.set(each.id, each);
  }
  return found;
}
