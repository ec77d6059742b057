import type { CommandName } from '@mtg/access';
import type { CommandTransaction } from '@mtg/commands';
import type { CommunityAssignment } from '../../community-work/assignments/community-assignment';
import { withdrawTasksOf } from '../../community-work/assignments/withdraw';
import { completeDelegations } from '../feedback/complete-delegations';
import type { WorkOrder } from './work-order';

/**
 * What follows when orders come to nothing: a delegation that waited for nothing else is completed (R10), and communities need
 * not go on with the tasks by which they carried the orders out.
 *
 * @returns the tasks that were withdrawn
 */
export async function endFruitless(
  transaction: CommandTransaction,
  command: CommandName,
  orders: readonly WorkOrder[],
  reason: string,
): Promise<CommunityAssignment[]> {
  await completeDelegations(transaction, command, orders);
  return withdrawTasksOf(transaction, command, orders, reason);
}
