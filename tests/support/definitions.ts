import type { StreetProfile } from '@mtg/street';
import type { SubgraphDefinition } from '@mtg/subgraph-kit';
import { STREETS, type StreetListing } from '@mtg/subgraphs';
import * as chengzi from '../../subgraphs/chengzi/src';
import * as datai from '../../subgraphs/datai/src';
import * as dayu from '../../subgraphs/dayu/src';
import * as district from '../../subgraphs/district/src';
import * as dongxinfang from '../../subgraphs/dongxinfang/src';

interface StreetModule {
  readonly definition: SubgraphDefinition;
  readonly profile: StreetProfile;
}

const MODULES: Readonly<Record<string, StreetModule>> = { dayu, chengzi, dongxinfang, datai };

/** The streets of the list, from their sources, by folder name. */
export const STREET_MODULES: readonly (StreetModule & {
  readonly name: string;
  readonly listing: StreetListing;
})[] = STREETS.map((listing) => {
  const found = MODULES[listing.name];
  if (!found) throw new Error(`tests/support/definitions.ts lacks the street ${listing.name}`);
  return { ...found, name: listing.name, listing };
});

/** All subgraphs of the list, from their sources. */
export const DEFINITIONS: readonly SubgraphDefinition[] = [
  ...STREET_MODULES.map(({ definition }) => definition),
  district.definition,
];
