import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { CommunityAssignment } from '../community-assignment';
import { withdraw } from '../withdraw';

/** A task that a community is not to go on with. What it is for passes a weekly meeting again before it comes back (R22). */
export const withdrawAssignment = defineCommand({
  name: 'withdrawAssignment',
  description: zhEn(
    '收回社区任务，须说明理由；再次布置须重新通过周例会(R22)',
    'Withdraws a task from a community. A reason is required. To be assigned again, the item must pass a weekly meeting again (R22)',
  ),
  input: { assignmentId: CommunityAssignment.id(), expectedVersion, reason },
  payload: { assignment: () => CommunityAssignment },
  execute: async (input, transaction) => {
    const assignment = await transaction.get(CommunityAssignment, input.assignmentId, {
      expectedVersion: input.expectedVersion,
    });
    return { assignment: await withdraw(transaction, assignment, 'withdrawAssignment', input.reason) };
  },
});
