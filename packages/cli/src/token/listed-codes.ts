import type { ReferenceSet } from '@mtg/subgraph-kit';
import type { SubgraphListing } from '@mtg/subgraphs';
import { loadStreet, loadSubgraph } from '../subgraph-module';

/** The codes that a subgraph's reference files list in one of their sets. None of them is asked of a database. */
export function listedCodes(listing: SubgraphListing, set: string): readonly string[] {
  const { referenceSets } = loadSubgraph(listing).definition;
  const found = referenceSets().find(({ name }) => name === set);
  if (!found) throw new Error(`${listing.name} has no reference set named "${set}"`);
  return codesOf(found);
}

/** The codes of a street's own centers that its reference files list. */
export function listedLocalCenters(listing: SubgraphListing): readonly string[] {
  const { definition, profile } = loadStreet(listing);
  const own = new Set<unknown>(profile.extras.flatMap(({ localCenters }) => localCenters));
  return definition
    .referenceSets()
    .filter(({ entity }) => own.has(entity))
    .flatMap(codesOf);
}

/** The sets that are asked for here are keyed by their code. */
const codesOf = ({ rows }: ReferenceSet): readonly string[] =>
  rows.map((row) => String((row as unknown as { readonly code: unknown }).code));
