import type { CommandTransaction } from '@mtg/commands';
import { OPEN_WORK_ORDER_STATES } from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import { stateLabel } from '../../dispatch/orders/state-label';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { centerNames } from '../../organization/names';
import type { StreetTransaction } from '../../foundation/street-commands';
import type { WeeklyItem } from './weekly-item';

/**
 * An item that carries out a work order carries out one that its own center has accepted, while that is open.
 *
 * @throws PublicError NOT_FOUND, BAD_USER_INPUT; CONFLICT when the order is not accepted yet, or not open any more
 */
export async function requireOpenOrderOf(
  transaction: StreetTransaction,
  centerCode: string,
  id: string,
): Promise<void> {
  const order = await transaction.get(WorkOrder, id);
  if (order.centerCode !== centerCode) {
    const [its, given] = await centerNames(transaction, [order.centerCode, centerCode]);
    throw refuse.badInput('workOrderId', {
      zh: `派单 ${order.number} 属于${its}，而不是${given}`,
      en: `Work order ${order.number} belongs to ${its}, not to ${given}`,
    });
  }
  if (order.state === 'ISSUED') {
    throw refuse.conflictAt(
      'workOrderId',
      {
        zh: `派单 ${order.number} 尚未接单，中心还没有承办；请先接单（acceptWorkOrder）`,
        en: `Work order ${order.number} is not accepted yet. Accept it first (acceptWorkOrder)`,
      },
      { currentVersion: order.version },
    );
  }
  if (!OPEN_WORK_ORDER_STATES.includes(order.state)) {
    throw refuse.conflictAt(
      'workOrderId',
      {
        zh: `派单 ${order.number} 的状态为“${stateLabel(order).zh}”，已无须落实。请引用在办的派单，或不填`,
        en: `Work order ${order.number} is ${stateLabel(order).en} and needs no more work. Cite an open order, or omit this field`,
      },
      { currentVersion: order.version },
    );
  }
}

/**
 * What an order was dispatched for is not carried into communities once the order was cancelled, or its work was verified:
 * the meeting passed the item for work that is over.
 *
 * @param path of the input that leads to the item
 * @throws PublicError CONFLICT naming the order
 */
export async function requireOrderStands(
  transaction: CommandTransaction,
  { workOrderId }: WeeklyItem,
  path: string,
): Promise<void> {
  const order = workOrderId === null ? null : await transaction.find(WorkOrder, { id: workOrderId });
  if (!order || OPEN_WORK_ORDER_STATES.includes(order.state)) return;
  throw refuse.conflictAt(
    path,
    {
      zh: `该事项所落实的派单 ${order.number} 的状态为“${stateLabel(order).zh}”，不再落实到社区；如仍需落实，请另行派单，并在以后的周例会上提出（proposeWeeklyItem）`,
      en: `Work order ${order.number}, which the item carries out, is ${stateLabel(order).en} and no longer goes to communities. If it still has to be done, dispatch another order and propose it at a later weekly meeting (proposeWeeklyItem)`,
    },
    { currentVersion: order.version },
  );
}
