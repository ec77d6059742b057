import { field } from '@mtg/commands';
import { grantedExtension, refusedExtension, workOrderMachine } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { applyTransition } from '../apply-transition';
import { extensionOf, pendingExtension } from '../extension-of';
import { ExtensionRequest } from '../extension-request';
import { WorkOrder } from '../work-order';

const step = { workOrderId: WorkOrder.id(), expectedVersion };
const payload = { workOrder: () => WorkOrder, extensionRequest: () => ExtensionRequest };

/** R11: 综合管理中心 gives more time. An order that was overdue is not any more, and its supervision is resolved. */
export const grantExtension = defineCommand({
  name: 'grantExtension',
  description: zhEn(
    '同意延期(R11)；原定时限仍是统计按时与否的时限',
    'Grants the requested extension of an order (R11). Statistics keep the original deadline',
  ),
  input: {
    ...step,
    deadline: field.optional(
      field.day(zhEn('同意的完成时限，默认为所申请的', 'Granted deadline. Default: the wanted one')),
    ),
    remark: field.optional(field.text(zhEn('意见', 'Remark'))),
  },
  payload,
  execute: async ({ workOrderId, expectedVersion, deadline: given, remark }, transaction) => {
    const { workOrder, request } = await inReview(transaction, workOrderId, expectedVersion);
    transaction.step(workOrderMachine, workOrder, 'grantExtension');
    const deadline = given ?? request.wantedDeadline;
    const extension = await extensionOf(transaction, workOrder, deadline);
    const decision = grantedExtension(transaction, request, extension, remark);
    const { reason } = request;
    await applyTransition(transaction, workOrder, 'grantExtension', { reason, deadline });
    return { workOrder, extensionRequest: await transaction.change(request, decision) };
  },
});

/** R11: 综合管理中心 gives no more time; the deadline in force stays. */
export const refuseExtension = defineCommand({
  name: 'refuseExtension',
  description: zhEn(
    '不同意延期，须说明理由；时限不变(R11)',
    'Refuses the requested extension of an order. A reason is required. The deadline stays (R11)',
  ),
  input: { ...step, reason },
  payload,
  execute: async ({ workOrderId, expectedVersion, reason }, transaction) => {
    const { workOrder, request } = await inReview(transaction, workOrderId, expectedVersion);
    await applyTransition(transaction, workOrder, 'refuseExtension', { reason });
    const decision = refusedExtension(transaction, request, reason);
    return { workOrder, extensionRequest: await transaction.change(request, decision) };
  },
});

/** @throws PublicError CONFLICT when no extension of the order is requested */
async function inReview(transaction: StreetTransaction, workOrderId: string, expectedVersion: number) {
  const workOrder = await transaction.get(WorkOrder, workOrderId, { expectedVersion });
  const request = await pendingExtension(transaction, workOrder);
  if (!request) {
    throw transaction.conflict(workOrder, {
      zh: `派单 ${workOrder.number} 没有待审的延期申请。请由承办中心先申请（requestExtension）`,
      en: `No extension of work order ${workOrder.number} is requested. Ask its center to request one (requestExtension)`,
    });
  }
  return { workOrder, request };
}
