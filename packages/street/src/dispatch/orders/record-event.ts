import type { CommandName } from '@mtg/access';
import type { CommandTransaction } from '@mtg/commands';
import type { WorkOrderState } from '@mtg/governance';
import type { WorkOrder } from './work-order';
import { WorkOrderEvent } from './work-order-event';

/** What a step changes, as it was before; nothing was before the dispatch. */
interface Before {
  readonly state: WorkOrderState;
  readonly deadline: string;
}

/** Adds a step to the history of an order, which is as it is after the step. */
export function recordEvent(
  transaction: CommandTransaction,
  order: WorkOrder,
  command: CommandName,
  { before, reason = null }: { readonly before?: Before; readonly reason?: string | null } = {},
): Promise<WorkOrderEvent> {
  const extended = before !== undefined && before.deadline !== order.deadline;
  return transaction.insert(WorkOrderEvent, {
    workOrderId: order.id,
    command,
    fromState: before?.state ?? null,
    toState: order.state,
    actor: transaction.actor.subject,
    role: transaction.actor.role,
    reason,
    oldDeadline: extended ? before.deadline : null,
    newDeadline: extended ? order.deadline : null,
  });
}
