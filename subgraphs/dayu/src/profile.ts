import { join } from 'node:path';
import type { StreetProfile } from '@mtg/street';
import { streetListing } from '@mtg/subgraphs';

export const profile: StreetProfile = {
  identity: streetListing('dayu'),
  dataFolder: join(__dirname, '..', 'data'),
  extras: [],
  // Reports that centers give by word of mouth are written down by those who run the meetings.
  reportsForHeads: ['DISPATCHER', 'COMMITTEE_CLERK'],
};
