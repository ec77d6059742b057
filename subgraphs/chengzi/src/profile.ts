import { join } from 'node:path';
import type { StreetProfile } from '@mtg/street';
import { streetListing } from '@mtg/subgraphs';

export const profile: StreetProfile = {
  identity: streetListing('chengzi'),
  dataFolder: join(__dirname, '..', 'data'),
  extras: [],
};
