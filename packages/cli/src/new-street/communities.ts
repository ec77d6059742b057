import { communityImport } from '@mtg/street';
import { ImportRefused, readRows, type LineProblem } from '@mtg/subgraph-kit';
import type { StreetListing } from '@mtg/subgraphs';
import type { CommunityLine } from './folder';

/**
 * Reads a file of communities for a street that is not there yet, with the checks of `mtg import communities`.
 *
 * @returns the communities, or a sentence for each line that is wrong
 * @throws UnreadableFile when the bytes are no CSV
 */
export function readCommunities(
  bytes: Uint8Array,
  listing: StreetListing,
): { readonly communities: readonly CommunityLine[] } | { readonly problems: readonly string[] } {
  try {
    const { rows, problems } = readRows(bytes, communityImport(listing), 'communities.csv');
    return problems.length > 0
      ? { problems: problems.map(sentenceOf) }
      : { communities: rows.map(({ row: { code, name } }) => ({ code, name })) };
  } catch (error) {
    if (error instanceof ImportRefused) return { problems: error.problems.map(sentenceOf) };
    throw error;
  }
}

const sentenceOf = ({ line, column, reason }: LineProblem): string =>
  `第 ${line} 行 · line ${line}, ${column}: ${reason}`;
