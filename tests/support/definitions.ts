import { join } from 'node:path';
import type { StreetProfile } from '@mtg/street';
import type { SubgraphDefinition } from '@mtg/subgraph-kit';
import { DISTRICT, STREETS, subgraphFolder, type StreetListing } from '@mtg/subgraphs';

interface SubgraphModule {
  readonly definition: SubgraphDefinition;
}

interface StreetModule extends SubgraphModule {
  readonly profile: StreetProfile;
}

/** Exports of a folder of the list, from its sources, so that no test names all streets. */
const load = (name: string): SubgraphModule => require(join(subgraphFolder(name), 'src')) as SubgraphModule;

/** The streets of the list, from their sources, by folder name. */
export const STREET_MODULES: readonly (StreetModule & {
  readonly name: string;
  readonly listing: StreetListing;
})[] = STREETS.map((listing) => ({
  ...(load(listing.name) as StreetModule), // every street's index exports both
  name: listing.name,
  listing,
}));

/** All subgraphs of the list, from their sources. */
export const DEFINITIONS: readonly SubgraphDefinition[] = [
  ...STREET_MODULES.map(({ definition }) => definition),
  load(DISTRICT.name).definition,
];
