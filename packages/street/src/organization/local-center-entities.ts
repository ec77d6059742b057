import type { LocalCenter } from '../foundation/local-center';
import type { StreetProfile } from '../foundation/street-profile';
import { PlainLocalCenter } from './plain-local-center';

/** The entities of a street's own centers: those of its extras, then the plain ones, which any street may add. */
export const localCenterEntities = ({
  extras,
}: Pick<StreetProfile, 'extras'>): readonly (new () => LocalCenter)[] => [
  ...extras.flatMap(({ localCenters }) => localCenters),
  PlainLocalCenter,
];
