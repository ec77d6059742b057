import type { CommandTransaction } from '@mtg/commands';
import { OPEN_WORK_ORDER_STATES } from '@mtg/governance';
import { PublicError } from '@mtg/subgraph-kit';
import { WorkOrder } from '../../dispatch/orders/work-order';
import { wrongInput } from '../../refusals';

/**
 * An item that carries out a work order carries out one of its own center, while that is open.
 *
 * @throws PublicError NOT_FOUND, BAD_USER_INPUT; CONFLICT when the order is not open any more
 */
export async function requireOpenOrderOf(
  transaction: CommandTransaction,
  centerCode: string,
  id: string,
): Promise<void> {
  const order = await transaction.get(WorkOrder, id, {
    field: 'workOrderId',
    what: { zh: '派单', en: 'work order' },
  });
  if (order.centerCode !== centerCode) {
    throw wrongInput('workOrderId', {
      zh: `该派单属于中心 ${order.centerCode}，而不是 ${centerCode}`,
      en: `that order is for the center ${order.centerCode} and not for ${centerCode}`,
    });
  }
  if (!OPEN_WORK_ORDER_STATES.includes(order.state)) {
    throw new PublicError(
      'CONFLICT',
      `input.workOrderId：该派单处于 ${order.state} 状态，已无须落实 · that order is ${order.state} and not to be carried out any more`,
      { field: 'input.workOrderId', currentVersion: order.version },
    );
  }
}
