import type { CommandTransaction } from '@mtg/commands';
import { FRUITLESS_WORK_ORDER_STATES, localDay } from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { centerNames, communityNames } from '../../organization/names';
import type { StreetTransaction } from '../../foundation/street-commands';
import { WeeklyItem } from '../weekly-items/weekly-item';
import { CommunityAssignment } from './community-assignment';

/** A visit as far as it decides which assignments it can carry out. */
interface VisitOf {
  readonly communityCode: string;
  readonly centerCode: string;
  readonly day: string;
}

/**
 * A visit can carry out an assignment of the community that it goes to, as long as that stands, and made by a center whose
 * work it is.
 *
 * @throws PublicError NOT_FOUND, BAD_USER_INPUT
 */
export async function requireAssignmentFor(
  transaction: StreetTransaction,
  id: string,
  { communityCode, centerCode, day }: VisitOf,
): Promise<void> {
  const assignment = await transaction.get(CommunityAssignment, id);
  if (assignment.communityCode !== communityCode) {
    const [its, given] = await communityNames(transaction, [assignment.communityCode, communityCode]);
    throw refuse.badInput('assignmentId', {
      zh: `该任务布置给${its}，而不是${given}。请引用布置给${given}的任务，或不填`,
      en: `The assignment is for ${its}, not for ${given}. Cite an assignment for ${given}, or omit this field`,
    });
  }
  const centers = await centersOf(transaction, assignment);
  if (!centers.includes(centerCode)) {
    const [given, ...its] = await centerNames(transaction, [centerCode, ...centers]);
    throw refuse.badInput('assignmentId', {
      zh: `该任务由${its.join('、')}落实，而不是${given}。请引用由${given}落实的任务，或不填`,
      en: `The assignment is carried out by ${its.join(', ')}, not by ${given}. Cite an assignment of that center, or omit this field`,
    });
  }
  const assignedOn = localDay(assignment.createdAt);
  if (day < assignedOn) {
    throw refuse.badInput('assignmentId', {
      zh: `该任务于 ${assignedOn} 布置，晚于走访日期 ${day}。请引用走访前布置的任务，或不填`,
      en: `The assignment was made on ${assignedOn}, after the visit on ${day}. Cite one made by that day, or omit this field`,
    });
  }
  const withdrawnOn = assignment.withdrawnAt && localDay(assignment.withdrawnAt);
  if (withdrawnOn !== null && day > withdrawnOn) {
    throw refuse.badInput('assignmentId', {
      zh: `该任务已于 ${withdrawnOn} 收回，早于走访日期 ${day}。请引用当日有效的任务，或不填`,
      en: `The assignment was withdrawn on ${withdrawnOn}, before the visit on ${day}. Cite one valid on that day, or omit this field`,
    });
  }
}

/** The center that brought the matter to the weekly meeting, and the assisting centers of the order that it carries out. */
async function centersOf(
  transaction: CommandTransaction,
  { weeklyItemId }: CommunityAssignment,
): Promise<readonly string[]> {
  const item = await transaction.find(WeeklyItem, { id: weeklyItemId });
  if (!item) throw new Error(`the item ${weeklyItemId} of an assignment is gone`);
  if (item.workOrderId === null) return [item.centerCode];
  const order = await transaction.find(WorkOrder, { id: item.workOrderId });
  const main = order?.parentId ?? item.workOrderId;
  const along = await transaction.manager.find(WorkOrder, {
    where: [{ id: main }, { parentId: main }],
    order: { id: 'ASC' },
  });
  const atWork = along.filter(({ state }) => !FRUITLESS_WORK_ORDER_STATES.includes(state));
  return [...new Set([item.centerCode, ...atWork.map(({ centerCode }) => centerCode)])];
}
