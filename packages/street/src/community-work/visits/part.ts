import { CommunityVisit1700000007002 } from '../../migrations/1700000007002-community-visit';
import type { StreetModule } from '../../street-module';
import { planVisit } from './commands/plan-visit';
import { recordVisit } from './commands/record-visit';
import { CommunityVisit } from './community-visit';
import { SentimentLog } from './sentiment-log';
import { VisitPlan } from './visit-plan';
import { VisitRecord } from './visit-record';

export const visitsTables = { VisitPlan, CommunityVisit, VisitRecord, SentimentLog };

/** Who goes into the communities, and what is written of it. */
export const visitsPart: StreetModule = {
  tables: visitsTables,
  migrations: [CommunityVisit1700000007002],
  commands: [planVisit, recordVisit],
};
