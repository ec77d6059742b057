import { field } from '@mtg/commands';
import { assignmentMachine } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../street-commands';
import { present } from '../../present';
import { requireOrderStands } from '../../weekly-items/carried-order';
import { requireWeeklyMeeting } from '../../weekly-items/weekly-meeting';
import { AssignmentBatch } from '../assignment-batch';
import { assignmentInput } from '../assignment-input';
import { citeItems } from '../cited-item';
import { CommunityAssignment } from '../community-assignment';
import { insertBatch } from '../insert-batch';
import { violationsOfBatch, violationsOfTask } from '../task-rules';

/**
 * R22, R23, R25: the one command that gives a community something to do. It brings together all that one closed weekly
 * meeting has passed.
 */
export const issueAssignmentBatch = defineCommand({
  name: 'issueAssignmentBatch',
  description: zhEn(
    '向社区集中布置周例会通过的事项；一次周例会一个批次，每项任务须有“五有”(R22、R23、R25)',
    'Sends to communities, in one go, what one closed weekly meeting has passed; each task has the five requisites',
  ),
  input: {
    meetingId: field.uuid(zhEn('周例会标识', 'Id of the weekly meeting')),
    assignments: field.list(
      field.nested(assignmentInput, zhEn('向社区安排的任务(R22、R25)', 'Tasks for communities (R22, R25)')),
      { least: 0 },
    ),
  },
  payload: { assignmentBatch: () => AssignmentBatch, assignments: () => [CommunityAssignment] },
  execute: async ({ meetingId, assignments }, transaction) => {
    const meeting = await requireWeeklyMeeting(transaction, meetingId, 'issueAssignmentBatch');
    const tasks = await citeItems(transaction, assignments);
    transaction.require(...tasks.map((task, index) => violationsOfTask(transaction, task, index)));
    for (const [index, { cited }] of tasks.entries()) {
      if (cited) await requireOrderStands(transaction, cited.item, `assignments.${index}.weeklyItemId`);
    }
    const earlier = await transaction.find(AssignmentBatch, { meetingId: meeting.id });
    transaction.require(violationsOfBatch(transaction, meeting.id, tasks, earlier?.number));
    const assignmentBatch = await insertBatch(transaction, meeting.id);
    const written = [];
    for (const { input } of tasks) {
      const assignment = await transaction.insert(CommunityAssignment, {
        state: assignmentMachine.creation.to,
        batchId: assignmentBatch.id,
        meetingId: meeting.id,
        itemState: 'PASSED',
        weeklyItemId: present(input.weeklyItemId),
        communityCode: input.communityCode,
        goal: present(input.goal),
        content: present(input.content),
        form: present(input.form),
        training: present(input.training),
        instructor: present(input.instructor),
        deadline: input.deadline,
        withdrawnAt: null,
        withdrawalReason: null,
      });
      written.push(assignment);
    }
    return { assignmentBatch, assignments: written };
  },
});
