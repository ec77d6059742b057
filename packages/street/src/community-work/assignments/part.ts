import { CommunityAssignment1700000007001 } from '../../migrations/1700000007001-community-assignment';
import { AssignmentWithdrawal1700000014003 } from '../../migrations/1700000014003-assignment-withdrawal';
import type { StreetModule } from '../../street-module';
import { AssignmentBatch } from './assignment-batch';
import { issueAssignmentBatch } from './commands/issue-assignment-batch';
import { reportProgress } from './commands/report-progress';
import { withdrawAssignment } from './commands/withdraw-assignment';
import { CommunityAssignment } from './community-assignment';
import { ProgressReport } from './progress-report';

export const assignmentsTables = { AssignmentBatch, CommunityAssignment, ProgressReport };

/** What reaches communities, and how they get on with it. */
export const assignmentsPart: StreetModule = {
  tables: assignmentsTables,
  migrations: [CommunityAssignment1700000007001, AssignmentWithdrawal1700000014003],
  commands: [issueAssignmentBatch, withdrawAssignment, reportProgress],
};
