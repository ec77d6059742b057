import { field } from '@mtg/commands';
import { assignmentMachine } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../street-commands';
import { expectedVersion } from '../../../common-inputs';
import { CommunityAssignment } from '../community-assignment';
import { assignmentId, findAssignment } from '../find-assignment';
import { ProgressReport } from '../progress-report';

/** A community says how it gets on with a task, until it is done. */
export const reportProgress = defineCommand({
  name: 'reportProgress',
  description: zhEn('社区报告任务进展', 'Reports a community’s progress with a task, or its completion'),
  input: {
    assignmentId,
    expectedVersion,
    text: field.text(zhEn('进展', 'What was done')),
    completed: field.yesOrNo(zhEn('是否已完成', 'Whether the task is completed')),
  },
  payload: { assignment: () => CommunityAssignment, progressReport: () => ProgressReport },
  target: async (input, transaction) => ({
    community: (await findAssignment(transaction, input.assignmentId)).communityCode,
  }),
  execute: async ({ assignmentId, expectedVersion, text, completed }, transaction) => {
    const assignment = await findAssignment(transaction, assignmentId, expectedVersion);
    const outcome = completed ? 'COMPLETED' : 'IN_PROGRESS';
    const state = transaction.step(assignmentMachine, assignment, 'reportProgress', outcome);
    await transaction.change(assignment, { state });
    const progressReport = await transaction.insert(ProgressReport, {
      assignmentId,
      communityCode: assignment.communityCode,
      text,
      completed,
      reporter: transaction.actor.subject,
    });
    return { assignment, progressReport };
  },
});
