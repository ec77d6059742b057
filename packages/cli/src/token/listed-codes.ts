import type { SubgraphListing } from '@mtg/subgraphs';
import { loadSubgraph } from '../subgraph-module';

/** The codes that a subgraph's reference files list in one of their sets. None of them is asked of a database. */
export function listedCodes(listing: SubgraphListing, set: string): readonly string[] {
  const { referenceSets } = loadSubgraph(listing).definition;
  const found = referenceSets().find(({ name }) => name === set);
  if (!found) throw new Error(`${listing.name} has no reference set named "${set}"`);
  // The sets that are asked for here are keyed by their code.
  return found.rows.map((row) => String((row as unknown as { readonly code: unknown }).code));
}
