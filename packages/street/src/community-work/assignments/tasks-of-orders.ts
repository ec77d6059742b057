import type { CommandTransaction } from '@mtg/commands';
import { OPEN_ASSIGNMENT_STATES } from '@mtg/governance';
import { In, IsNull } from 'typeorm';
import type { WorkOrder } from '../../dispatch/orders/work-order';
import { WeeklyItem } from '../weekly-items/weekly-item';
import { CommunityAssignment } from './community-assignment';

/** The tasks by which communities carry out orders, as far as they are neither completed nor withdrawn; oldest first. */
export async function openTasksOf(
  { manager }: CommandTransaction,
  orders: readonly Pick<WorkOrder, 'id'>[],
): Promise<CommunityAssignment[]> {
  const items = await manager.findBy(WeeklyItem, { workOrderId: In(orders.map(({ id }) => id)) });
  return manager.find(CommunityAssignment, {
    where: {
      weeklyItemId: In(items.map(({ id }) => id)),
      state: In(OPEN_ASSIGNMENT_STATES),
      deletedAt: IsNull(),
    },
    order: { id: 'ASC' },
  });
}

/**
 * The work of an order is not done while a community is still at it.
 *
 * @throws PublicError CONFLICT naming the communities
 */
export async function requireNoOpenTasks(transaction: CommandTransaction, order: WorkOrder): Promise<void> {
  const tasks = await openTasksOf(transaction, [order]);
  if (tasks.length === 0) return;
  const open = tasks.map(({ communityCode, goal }) => `${communityCode}“${goal}”`).join('、');
  throw transaction.conflict(order, {
    zh: `派单 ${order.number} 还有社区任务未完成：${open}。请等社区报告完成（reportProgress），或收回任务（withdrawAssignment）`,
    en: `Communities have not completed their tasks of work order ${order.number}: ${open}. Wait for their reports (reportProgress), or withdraw the tasks (withdrawAssignment)`,
  });
}
