import type { CommandName } from '@mtg/access';
import type { CommandTransaction } from '@mtg/commands';
import { orderTransition, type OrderStepDetails } from '@mtg/governance';
import { announceStep } from './order-reactions';
import { settleRequests } from './settle-requests';
import type { WorkOrder } from './work-order';
import { WorkOrderEvent } from './work-order-event';

/**
 * Applies the transition of a command to an order, with its history, and announces the step.
 *
 * @throws PublicError CONFLICT when its state does not allow the step
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
  await settleRequests(transaction, order, command);
  await announceStep(transaction, order);
  return order;
}
