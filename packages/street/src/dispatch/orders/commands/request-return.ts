import { requestedReturn } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { applyTransition } from '../apply-transition';
import { centerOfOrder } from '../center-of-order';
import { ReturnRequest } from '../return-request';
import { WorkOrder } from '../work-order';

/** A center holds an order not to be its own. That ends nothing: 综合管理中心 decides, and the deadline runs on. */
export const requestReturn = defineCommand({
  name: 'requestReturn',
  description: zhEn(
    '申请退单，须说明理由；由综合管理中心改派或不同意，时限照计，此前派单仍由本中心负责',
    'Requests that an order goes to another center. A reason is required. The General Affairs Management Center reassigns it or refuses. The deadline runs on',
  ),
  input: { workOrderId: WorkOrder.id(), expectedVersion, reason },
  payload: { workOrder: () => WorkOrder, returnRequest: () => ReturnRequest },
  target: centerOfOrder,
  execute: async ({ workOrderId, expectedVersion, reason }, transaction) => {
    const workOrder = await transaction.get(WorkOrder, workOrderId, { expectedVersion });
    const request = requestedReturn(transaction, workOrder, reason);
    await applyTransition(transaction, workOrder, 'requestReturn', { reason });
    const returnRequest = await transaction.insert(ReturnRequest, { workOrderId, ...request });
    return { workOrder, returnRequest };
  },
});
