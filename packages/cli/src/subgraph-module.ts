import { createRequire } from 'node:module';
import type { StreetProfile } from '@mtg/street';
import type { SubgraphDefinition } from '@mtg/subgraph-kit';
import { subgraphFolder, type SubgraphListing } from '@mtg/subgraphs';

/** What the package in a subgraph's folder exports. */
export interface SubgraphModule {
  readonly definition: SubgraphDefinition;
}

export interface StreetModule extends SubgraphModule {
  readonly profile: StreetProfile;
}

/** A folder is a package; `import()` would want the file. */
const load = createRequire(__filename);

/** Loads a subgraph by its line in the list, so that this package names none of them. */
export const loadSubgraph = (listing: SubgraphListing): SubgraphModule =>
  load(subgraphFolder(listing.name)) as SubgraphModule;

export const loadStreet = (listing: SubgraphListing): StreetModule => loadSubgraph(listing) as StreetModule;
