import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { applyTransition } from '../apply-transition';
import { WorkOrder } from '../work-order';

/** Work that is not good enough goes back to its center. */
export const returnWorkOrder = defineCommand({
  name: 'returnWorkOrder',
  description: zhEn(
    '退回重办，须说明理由：综合管理中心把已提交验收的派单退回中心',
    'Returns submitted work to its center for rework. A reason is required',
  ),
  input: { workOrderId: WorkOrder.id(), expectedVersion, reason },
  payload: { workOrder: () => WorkOrder },
  execute: async (input, transaction) => {
    const workOrder = await transaction.get(WorkOrder, input.workOrderId, input);
    await applyTransition(transaction, workOrder, 'returnWorkOrder', { reason: input.reason });
    return { workOrder };
  },
});
