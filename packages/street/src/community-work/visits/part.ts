import { childrenField, parentField } from '@mtg/commands';
import { CommunityVisit1700000007002 } from '../../migrations/1700000007002-community-visit';
import type { StreetModule } from '../../street-module';
import { CommunityAssignment } from '../assignments/community-assignment';
import { communityAssignments } from '../assignments/readables';
import { planVisit } from './commands/plan-visit';
import { recordVisit } from './commands/record-visit';
import { CommunityVisit } from './community-visit';
import { communityVisits, visitPlans } from './readables';
import { sentimentLogs, visitRecords } from './sentiment';
import { SentimentLog } from './sentiment-log';
import { VisitPlan } from './visit-plan';
import { VisitRecord } from './visit-record';
import { VisitRecordResolver } from './visit-record.resolver';

/** Who goes into the communities, and what is written of it. */
export const visitsPart: StreetModule = {
  entities: [VisitPlan, CommunityVisit, VisitRecord, SentimentLog],
  migrations: [CommunityVisit1700000007002],
  commands: [planVisit, recordVisit],
  readables: [visitPlans, communityVisits, visitRecords, sentimentLogs],
  resolvers: [
    VisitRecordResolver,
    childrenField(VisitPlan, { name: 'visits', of: communityVisits, by: 'planId' }),
    parentField(CommunityVisit, { name: 'plan', of: visitPlans, by: 'planId' }),
    parentField(CommunityVisit, { name: 'assignment', of: communityAssignments, by: 'assignmentId' }),
    parentField(CommunityVisit, { name: 'record', of: visitRecords, by: 'recordId' }),
    childrenField(CommunityVisit, { name: 'sentimentLogs', of: sentimentLogs, by: 'visitId' }),
    parentField(SentimentLog, { name: 'visit', of: communityVisits, by: 'visitId' }),
    childrenField(CommunityAssignment, { name: 'visits', of: communityVisits, by: 'assignmentId' }),
  ],
};
