import { Community } from '@mtg/street';
import type { DataSource } from 'typeorm';
import { ServedCommunity } from './served-community';

/** The communities that the center serves, by their codes. */
export const servedCommunities = (database: DataSource): Promise<Community[]> =>
  database
    .getRepository(Community)
    .createQueryBuilder('community')
    .innerJoin(
      ServedCommunity,
      'served',
      'served.communityCode = community.code AND served.deletedAt IS NULL',
    )
    .where('community.deletedAt IS NULL')
    .orderBy('community.code')
    .getMany();
