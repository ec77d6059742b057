import type { CommandTransaction } from '@mtg/commands';
import type { CommandName } from '@mtg/access';
import { withdrawnAssignment } from '@mtg/governance';
import type { CommunityAssignment } from './community-assignment';
import { openTasksOf } from './tasks-of-orders';

/** A community is told that it need not go on with a task. */
export async function withdraw(
  transaction: CommandTransaction,
  assignment: CommunityAssignment,
  command: CommandName,
  reason: string,
): Promise<CommunityAssignment> {
  return transaction.change(assignment, withdrawnAssignment(transaction, assignment, command, reason));
}

/**
 * With orders that came to nothing go the tasks by which communities carry them out; what a community has completed stays.
 *
 * @returns the tasks that were withdrawn
 */
export async function withdrawTasksOf(
  transaction: CommandTransaction,
  command: CommandName,
  orders: readonly { readonly id: string }[],
  reason: string,
): Promise<CommunityAssignment[]> {
  const tasks = await openTasksOf(transaction, orders);
  for (const task of tasks) await withdraw(transaction, task, command, reason);
  return tasks;
}
