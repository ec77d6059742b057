import { field } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { applyTransition } from '../apply-transition';
import { WorkOrder } from '../work-order';

/** More time for an order. One that was overdue is not any more, and its supervision is resolved. */
export const extendWorkOrder = defineCommand({
  name: 'extendWorkOrder',
  description: zhEn(
    '延期，须说明理由；新时限须晚于原时限，且不早于今天；协办单的时限不晚于原派单(R11)',
    'Extends the deadline. A reason is required. The new deadline is later than the old one and not in the past. A sub-order’s deadline is no later than that of the main order (R11)',
  ),
  input: {
    workOrderId: WorkOrder.id(),
    expectedVersion,
    reason,
    deadline: field.day(zhEn('新的完成时限', 'New deadline (inclusive), Asia/Shanghai')),
  },
  payload: { workOrder: () => WorkOrder },
  execute: async (input, transaction) => {
    const workOrder = await transaction.get(WorkOrder, input.workOrderId, input);
    const { parentId } = workOrder;
    const parent = parentId === null ? null : await transaction.find(WorkOrder, { id: parentId });
    await applyTransition(transaction, workOrder, 'extendWorkOrder', { ...input, parent });
    return { workOrder };
  },
});
