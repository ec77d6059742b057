import type { DistrictContext } from '../district-references/district-directory';
import type { StreetProfile } from './street-profile';

/** Context of a street's resolvers: the common context, the client of the district, and the street itself. */
export interface StreetContext extends DistrictContext {
  readonly profile: StreetProfile;
}
