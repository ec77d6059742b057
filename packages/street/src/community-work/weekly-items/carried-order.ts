import type { CommandTransaction } from '@mtg/commands';
import { requireCarriedOrder, requireOrderStands } from '@mtg/governance';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { centerNames } from '../../organization/names';
import type { StreetTransaction } from '../../foundation/street-commands';
import type { WeeklyItem } from './weekly-item';

/**
 * Looks up the order that an item is to carry out.
 *
 * @throws PublicError NOT_FOUND, BAD_USER_INPUT; CONFLICT when the order is not accepted yet, or not open any more
 */
export async function requireOpenOrderOf(
  transaction: StreetTransaction,
  centerCode: string,
  id: string,
): Promise<void> {
  const order = await transaction.get(WorkOrder, id);
  const [its = '', given = ''] = await centerNames(transaction, [order.centerCode, centerCode]);
  const { number, state, version } = order;
  requireCarriedOrder(transaction, centerCode, {
    number,
    state,
    version,
    centerCode: order.centerCode,
    names: [its, given],
  });
}

/**
 * Looks up the order behind an item.
 *
 * @param path of the input that leads to the item
 * @throws PublicError CONFLICT naming the order
 */
export async function requireOrderBehind(
  transaction: CommandTransaction,
  { workOrderId }: WeeklyItem,
  path: string,
): Promise<void> {
  const order = workOrderId === null ? null : await transaction.find(WorkOrder, { id: workOrderId });
  if (order) requireOrderStands(transaction, order, path);
}
