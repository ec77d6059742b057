import type { CommandTransaction } from '@mtg/commands';
import type { CommandName } from '@mtg/access';
import { assignmentMachine } from '@mtg/governance';
import { In, IsNull } from 'typeorm';
import { WeeklyItem } from '../weekly-items/weekly-item';
import { CommunityAssignment } from './community-assignment';

/** A community is told that it need not go on with a task. */
export async function withdraw(
  transaction: CommandTransaction,
  assignment: CommunityAssignment,
  command: CommandName,
  reason: string,
): Promise<CommunityAssignment> {
  const state = transaction.step(assignmentMachine, assignment, command);
  return transaction.change(assignment, {
    state,
    withdrawnAt: transaction.now,
    withdrawalReason: reason,
  });
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
  const { manager } = transaction;
  const items = await manager.findBy(WeeklyItem, { workOrderId: In(orders.map(({ id }) => id)) });
  const tasks = await manager.find(CommunityAssignment, {
    where: {
      weeklyItemId: In(items.map(({ id }) => id)),
      state: In(['ASSIGNED', 'IN_PROGRESS']),
      deletedAt: IsNull(),
    },
    order: { id: 'ASC' },
  });
  for (const task of tasks) await withdraw(transaction, task, command, reason);
  return tasks;
}
