import { field } from '@mtg/commands';
import { issuedAssignment, issuedBatch, r22, requirePassed } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { requireGuidance, requireOrderBehind } from '../../weekly-items/carried-order';
import { meetingOfItem } from '../../weekly-items/meeting-of-item';
import { AssignmentBatch } from '../assignment-batch';
import { assignmentInput } from '../assignment-input';
import { citeItems } from '../cited-item';
import { CommunityAssignment } from '../community-assignment';
import { nextBatchNumber } from '../batch-number';

/**
 * R22, R23, R25: the one command that gives a community something to do. It brings together all that one closed weekly
 * meeting has passed.
 */
export const issueAssignmentBatch = defineCommand({
  name: 'issueAssignmentBatch',
  description: zhEn(
    '向社区集中布置周例会通过的事项；一次周例会一个批次，每项任务须有“五有”(R22、R23、R25)',
    'Issues the items passed by one closed weekly meeting to communities, as one batch per meeting. Each task needs the five requisites (R22, R23, R25)',
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
    const meeting = await meetingOfItem(transaction, meetingId);
    transaction.require(r22.check({ command: 'issueAssignmentBatch', meeting }));
    const tasks = await citeItems(transaction, assignments);
    requirePassed(transaction, tasks);
    for (const [index, { cited, input }] of tasks.entries()) {
      if (!cited) continue;
      const path = `assignments.${index}`;
      await requireOrderBehind(transaction, cited.item, `${path}.weeklyItemId`);
      const { workOrderId } = cited.item;
      await requireGuidance(transaction, workOrderId, [input.communityCode], `${path}.communityCode`);
    }
    const earlier = await transaction.find(AssignmentBatch, { meetingId });
    const values = issuedBatch(transaction, meetingId, tasks, earlier?.number);
    const numbered = await nextBatchNumber(transaction);
    const assignmentBatch = await transaction.insert(AssignmentBatch, { ...numbered, ...values });
    const written = [];
    for (const task of tasks) {
      const assignment = issuedAssignment(task, meetingId);
      const batchId = assignmentBatch.id;
      written.push(await transaction.insert(CommunityAssignment, { batchId, ...assignment }));
    }
    return { assignmentBatch, assignments: written };
  },
});
