import { DISTRICT, STREETS, SUBGRAPHS, type SubgraphListing } from '@mtg/subgraphs';

/** Code of a subgraph's audit chain: the street's, or `DISTRICT`. */
export const chainOf = (listing: SubgraphListing): string =>
  listing.kind === 'street' ? listing.code : 'DISTRICT';

/** Those who witness a chain: the district the streets', the streets the district's. */
export const witnessesOf = (listing: SubgraphListing): readonly SubgraphListing[] =>
  listing.kind === 'street' ? [DISTRICT] : STREETS;

export const listingOf = (name: string): SubgraphListing | undefined =>
  SUBGRAPHS.find((each) => each.name === name);
