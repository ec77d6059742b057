import type { CommandTransaction } from '@mtg/commands';
import type { Bilingual, WorkOrderState } from '@mtg/governance';
import { stateLabel } from './state-label';
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
  const zh = unfinished.map((each) => `${each.number}（${stateLabel(each).zh}）`).join('、');
  const en = unfinished.map((each) => `${each.number} (${stateLabel(each).en})`).join(', ');
  throw transaction.conflict(order, {
    zh: `派单 ${order.number} 还有协办单未完成：${zh}。${wayOut.zh}`,
    en: `Work order ${order.number} has unfinished sub-orders: ${en}. ${wayOut.en}`,
  });
}
