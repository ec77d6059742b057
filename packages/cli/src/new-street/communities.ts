import { findDuplicates } from '@mtg/governance';
import { communityImport } from '@mtg/street';
import { parseCsv, type LineProblem } from '@mtg/subgraph-kit';
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
  const { columns, toRow } = communityImport(listing);
  const content = parseCsv(bytes);
  const missing = columns.filter((column) => !content.columns.includes(column));
  if (missing.length > 0) {
    return { problems: [`第 1 行缺少列 · line 1 lacks the columns: ${missing.join(', ')}`] };
  }
  const problems = content.records.flatMap((record) => {
    const row = toRow(record, 'communities.csv');
    return Array.isArray(row) ? (row as readonly LineProblem[]).map(sentenceOf) : [];
  });
  const communities = content.records.map(({ values }) => ({
    code: values['code'] ?? '',
    name: values['name'] ?? '',
  }));
  const doubled = findDuplicates(communities.map(({ code }) => code)).map(
    ({ code }) => `代码重复 · the code stands on several lines: ${code}`,
  );
  return problems.length + doubled.length > 0 ? { problems: [...problems, ...doubled] } : { communities };
}

const sentenceOf = ({ line, column, reason }: LineProblem): string =>
  `第 ${line} 行 · line ${line}, ${column}: ${reason}`;
