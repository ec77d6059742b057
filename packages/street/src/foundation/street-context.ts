import type { DistrictContext } from '../district-references/district-directory';
import type { StreetProfile } from './street-profile';

/** What the resolvers of a street are given: the common context, whom to ask at the district, and which street it is. */
export interface StreetContext extends DistrictContext {
  readonly profile: StreetProfile;
}
