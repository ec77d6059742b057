import type { CommandName } from '@mtg/access';
import type { CommandTransaction } from '@mtg/commands';
import { orderTransition, type OrderStepDetails } from '@mtg/governance';
import { announceStep } from './order-reactions';
import type { WorkOrder } from './work-order';
import { WorkOrderEvent } from './work-order-event';

/**
 * Applies the transition of a command to an order, with its history, and announces the step.
 *
 * @throws PublicError CONFLICT when its state does not allow the step; RULE_VIOLATION R11 for more time than a part may have
 */
export async function applyTransition(
  transaction: CommandTransaction,
  order: WorkOrder,
  command: CommandName,
  details?: OrderStepDetails,
): Promise<WorkOrder> {
  const { values, event } = orderTransition(transaction, order, command, details);
  await transaction.change(order, values);
  await transaction.insert(WorkOrderEvent, event);
  await announceStep(transaction, order);
  return order;
}
