import type { CommandTransaction } from '@mtg/commands';
import { requireCarriedOrder, requireGuidedCommunities, requireOrderStands } from '@mtg/governance';
import { DelegationGuidance } from '../../delegation/requests/delegation-guidance';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { centerNames, communityNames } from '../../organization/names';
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

/**
 * Looks up whether communities got guidance on the delegation that an order carries out (R10). Other orders need none.
 *
 * @param field path of the input that names the communities
 * @throws PublicError RULE_VIOLATION R10
 */
export async function requireGuidance(
  transaction: CommandTransaction,
  workOrderId: string | null,
  codes: readonly string[],
  field: string,
): Promise<void> {
  const order = workOrderId === null ? null : await transaction.find(WorkOrder, { id: workOrderId });
  const delegationId = order?.delegationId ?? null;
  if (delegationId === null) return;
  const guidance = await transaction.list(DelegationGuidance, { delegationId });
  const names = await communityNames(transaction, codes);
  const communities = codes.map((code, index) => ({ code, name: names[index] ?? code }));
  const guidedCommunities = guidance.flatMap(({ communityCode }) => communityCode ?? []);
  requireGuidedCommunities(transaction, { guidedCommunities, communities, field });
}
