import { join } from 'node:path';
import type { StreetProfile } from '@mtg/street';
import { streetListing } from '@mtg/subgraphs';

export const profile: StreetProfile = {
  identity: streetListing('datai'),
  dataFolder: join(__dirname, '..', 'data'),
  extras: [],
};
