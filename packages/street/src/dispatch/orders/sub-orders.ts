import type { CommandTransaction } from '@mtg/commands';
import type { Bilingual, WorkOrderState } from '@mtg/governance';
import { WorkOrder } from './work-order';

/** The sub-orders of an order that are in one of these states. */
export async function subOrdersIn(
  transaction: CommandTransaction,
  { id }: WorkOrder,
  states: readonly WorkOrderState[],
): Promise<WorkOrder[]> {
  const all = await transaction.list(WorkOrder, { parentId: id });
  return all.filter(({ state }) => states.includes(state));
}

/**
 * An order does not end before the parts of it that other centers carry out.
 *
 * @param states in which a sub-order stands in the way
 * @throws PublicError CONFLICT naming the sub-orders
 */
export async function requireNoSubOrdersIn(
  transaction: CommandTransaction,
  order: WorkOrder,
  states: readonly WorkOrderState[],
  wayOut: Bilingual,
): Promise<void> {
  const unfinished = await subOrdersIn(transaction, order, states);
  if (unfinished.length === 0) return;
  const numbers = unfinished.map(({ number, state }) => `${number}（${state}）`).join('、');
  throw transaction.conflict(order, {
    zh: `派单 ${order.number} 还有协办单未完成：${numbers}。${wayOut.zh}`,
    en: `the work order ${order.number} has sub-orders that are not finished: ${numbers}. ${wayOut.en}`,
  });
}
