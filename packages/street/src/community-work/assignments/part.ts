import { childrenField, parentField } from '@mtg/commands';
import { Meeting } from '../../deliberation/meetings/meeting';
import { meetings } from '../../deliberation/meetings/meetings';
import { CommunityAssignment1700000007001 } from '../../migrations/1700000007001-community-assignment';
import { AssignmentWithdrawal1700000014003 } from '../../migrations/1700000014003-assignment-withdrawal';
import type { StreetModule } from '../../street-module';
import { WeeklyItem } from '../weekly-items/weekly-item';
import { weeklyItems } from '../weekly-items/weekly-items';
import { AssignmentBatch } from './assignment-batch';
import { issueAssignmentBatch } from './commands/issue-assignment-batch';
import { reportProgress } from './commands/report-progress';
import { withdrawAssignment } from './commands/withdraw-assignment';
import { CommunityAssignment } from './community-assignment';
import { ProgressReport } from './progress-report';
import { assignmentBatches, communityAssignments, progressReports } from './readables';

/** What reaches communities, and how they get on with it. */
export const assignmentsPart: StreetModule = {
  entities: [AssignmentBatch, CommunityAssignment, ProgressReport],
  migrations: [CommunityAssignment1700000007001, AssignmentWithdrawal1700000014003],
  commands: [issueAssignmentBatch, withdrawAssignment, reportProgress],
  readables: [assignmentBatches, communityAssignments, progressReports],
  resolvers: [
    parentField(AssignmentBatch, { name: 'meeting', of: meetings, by: 'meetingId' }),
    childrenField(AssignmentBatch, { name: 'assignments', of: communityAssignments, by: 'batchId' }),
    parentField(CommunityAssignment, { name: 'batch', of: assignmentBatches, by: 'batchId' }),
    parentField(CommunityAssignment, { name: 'weeklyItem', of: weeklyItems, by: 'weeklyItemId' }),
    childrenField(CommunityAssignment, {
      name: 'progressReports',
      of: progressReports,
      by: 'assignmentId',
    }),
    parentField(ProgressReport, { name: 'assignment', of: communityAssignments, by: 'assignmentId' }),
    childrenField(Meeting, { name: 'assignmentBatches', of: assignmentBatches, by: 'meetingId' }),
    childrenField(WeeklyItem, { name: 'assignments', of: communityAssignments, by: 'weeklyItemId' }),
  ],
};
