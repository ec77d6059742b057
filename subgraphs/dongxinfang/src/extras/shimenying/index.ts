import { referenceTable } from '@mtg/commands';
import type { StreetExtra } from '@mtg/street';
import { Shimenying1700000002000 } from './1700000002000-shimenying';
import { shimenyingReference } from './reference';
import { shimenyingResolvers } from './resolvers';
import { ServedCommunity } from './served-community';
import { ShimenyingCenter } from './shimenying-center';

/** Facilities of 东辛房街道 beyond the seven centers. */
export const shimenying: StreetExtra = {
  entities: [
    referenceTable(ShimenyingCenter, { name: 'ShimenyingCenter' }),
    referenceTable(ServedCommunity, { name: 'ServedCommunity' }),
  ],
  migrations: [Shimenying1700000002000],
  referenceSets: shimenyingReference,
  resolvers: shimenyingResolvers,
  orphanedTypes: [ShimenyingCenter],
  localCenters: [ShimenyingCenter],
};
