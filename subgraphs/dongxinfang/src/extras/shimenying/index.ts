import { referenceTable } from '@mtg/commands';
import { communities, type StreetExtra } from '@mtg/street';
import { zhEn } from '@mtg/subgraph-kit';
import { Shimenying1700000002000 } from './1700000002000-shimenying';
import { shimenyingReference } from './reference';
import { shimenyingResolvers } from './resolvers';
import { ServedCommunity } from './served-community';
import { ShimenyingCenter } from './shimenying-center';

/** Facilities of 东辛房街道 beyond the seven centers. */
export const shimenying: StreetExtra = {
  entities: [
    referenceTable(ShimenyingCenter, { name: 'ShimenyingCenter' }),
    referenceTable(ServedCommunity, {
      name: 'ServedCommunity',
      description: zhEn('石门营新区服务中心服务的社区', 'Communities that the 石门营 service center serves'),
      references: {
        communityCode: { target: () => communities, key: 'code', zh: '社区', en: 'Community' },
      },
    }),
  ],
  migrations: [Shimenying1700000002000],
  referenceSets: shimenyingReference,
  resolvers: shimenyingResolvers,
  orphanedTypes: [ShimenyingCenter],
  localCenters: [ShimenyingCenter],
};
