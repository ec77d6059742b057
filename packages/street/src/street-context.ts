import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { DistrictDirectory } from './district-references/district-directory';
import type { StreetProfile } from './street-profile';

/** What the resolvers of a street are given: the common context, which street it is, and whom to ask at the district. */
export interface StreetContext extends SubgraphContext {
  readonly profile: StreetProfile;
  readonly district: DistrictDirectory;
}
