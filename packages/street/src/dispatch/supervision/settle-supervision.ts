import type { CommandTransaction } from '@mtg/commands';
import { isOverdue, localDay, resolvedSupervision } from '@mtg/governance';
import type { WorkOrder } from '../orders/work-order';
import { Supervision } from './supervision';

/** Resolves the open supervision of an order that is not overdue any more: it ended, or has more time. */
export async function settleSupervision(transaction: CommandTransaction, order: WorkOrder): Promise<void> {
  if (isOverdue(order, localDay(transaction.now))) return;
  const supervision = await transaction.find(Supervision, { workOrderId: order.id, state: 'OPEN' });
  if (supervision) await resolve(transaction, supervision, null);
}

/** @throws PublicError CONFLICT when it is resolved already */
export function resolve(
  transaction: CommandTransaction,
  supervision: Supervision,
  resolution: string | null,
): Promise<Supervision> {
  return transaction.change(supervision, resolvedSupervision(transaction, supervision, resolution));
}
