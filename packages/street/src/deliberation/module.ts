import { CommitteeDecision1700000003000 } from '../migrations/1700000003000-committee-decision';
import type { StreetModule } from '../street-module';
import { CommitteeDecision } from './committee-decision';
import { committeeDecisions } from './committee-decisions';

/** The bodies of a street, their meetings, and what the committee decides. */
export const deliberationModule: StreetModule = {
  entities: [CommitteeDecision],
  migrations: [CommitteeDecision1700000003000],
  commands: [],
  readables: [committeeDecisions],
  resolvers: [],
};
