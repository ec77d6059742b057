import { field } from '@mtg/commands';
import { reportedProgress } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { CommunityAssignment } from '../community-assignment';
import { ProgressReport } from '../progress-report';

/** A community says how it gets on with a task, until it is done. */
export const reportProgress = defineCommand({
  name: 'reportProgress',
  description: zhEn('报告进展，由社区报告其任务的进展和完成情况', 'Reports a community’s progress on a task'),
  input: {
    assignmentId: CommunityAssignment.id(),
    expectedVersion,
    text: field.text(zhEn('进展', 'Progress')),
    completed: field.yesOrNo(zhEn('是否已完成', 'Whether the task is completed')),
  },
  payload: { assignment: () => CommunityAssignment, progressReport: () => ProgressReport },
  target: async (input, transaction) => ({
    community: (await transaction.get(CommunityAssignment, input.assignmentId)).communityCode,
  }),
  execute: async ({ assignmentId, expectedVersion, text, completed }, transaction) => {
    const assignment = await transaction.get(CommunityAssignment, assignmentId, { expectedVersion });
    const { values, report } = reportedProgress(transaction, assignment, { text, completed });
    await transaction.change(assignment, values);
    const progressReport = await transaction.insert(ProgressReport, report);
    return { assignment, progressReport };
  },
});
