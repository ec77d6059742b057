import type { CommandName } from '@mtg/access';
import type { CommandTransaction } from '@mtg/commands';
import { workOrderMachine } from '@mtg/governance';
import { settleSupervision } from '../supervision/settle-supervision';
import { recordEvent } from './record-event';
import type { WorkOrder } from './work-order';

/** What a step brings besides the new state. */
interface StepDetails {
  readonly reason?: string;
  readonly deadline?: string;
}

/**
 * Takes an order one step further, with its history; a supervision that it thereby no longer needs is resolved.
 *
 * @throws PublicError CONFLICT when its state does not allow the step
 */
export async function takeStep(
  transaction: CommandTransaction,
  order: WorkOrder,
  command: CommandName,
  { reason, deadline }: StepDetails = {},
): Promise<WorkOrder> {
  const before = { state: order.state, deadline: order.deadline };
  const state = transaction.step(workOrderMachine, order, command);
  await transaction.change(order, {
    state,
    ...(reason !== undefined && { reason }),
    ...(deadline !== undefined && { deadline }),
  });
  await recordEvent(transaction, order, command, { before, reason: reason ?? null });
  await settleSupervision(transaction, order);
  return order;
}
