import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { StreetProfile } from './street-profile';

/** What the resolvers of a street are given: the common context, and which street it is. */
export interface StreetContext extends SubgraphContext {
  readonly profile: StreetProfile;
}
