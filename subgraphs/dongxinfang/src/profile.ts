import { join } from 'node:path';
import type { StreetProfile } from '@mtg/street';
import { streetListing } from '@mtg/subgraphs';
import { shimenying } from './extras/shimenying';

export const profile: StreetProfile = {
  identity: streetListing('dongxinfang'),
  dataFolder: join(__dirname, '..', 'data'),
  extras: [shimenying],
};
