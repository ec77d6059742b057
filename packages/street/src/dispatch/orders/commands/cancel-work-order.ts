import { OPEN_WORK_ORDER_STATES } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { subOrdersIn } from '../sub-orders';
import { applyTransition } from '../apply-transition';
import { announceCancellation } from '../order-reactions';
import { WorkOrder } from '../work-order';

/** Cancels the order and its open sub-orders for the same reason. Verified sub-orders stay verified. */
export const cancelWorkOrder = defineCommand({
  name: 'cancelWorkOrder',
  description: zhEn(
    '取消派单，须说明理由；未验收的协办单一并取消，尚未完成的社区任务一并收回',
    'Cancels a work order. A reason is required. Its sub-orders that are not verified are cancelled and its uncompleted community tasks withdrawn',
  ),
  input: { workOrderId: WorkOrder.id(), expectedVersion, reason },
  payload: {
    workOrder: () => WorkOrder,
    subOrders: () => [WorkOrder],
  },
  execute: async (input, transaction) => {
    const workOrder = await transaction.get(WorkOrder, input.workOrderId, input);
    await applyTransition(transaction, workOrder, 'cancelWorkOrder', input);
    const subOrders = await subOrdersIn(transaction, workOrder, OPEN_WORK_ORDER_STATES);
    for (const subOrder of subOrders) {
      await applyTransition(transaction, subOrder, 'cancelWorkOrder', input);
    }
    const further = await announceCancellation(transaction, [workOrder, ...subOrders], input.reason);
    return { workOrder, subOrders, ...further };
  },
});
