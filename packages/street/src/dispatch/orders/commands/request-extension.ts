import { field } from '@mtg/commands';
import { requestedExtension, workOrderMachine } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { applyTransition } from '../apply-transition';
import { centerOfOrder } from '../center-of-order';
import { extensionOf, pendingExtension } from '../extension-of';
import { ExtensionRequest } from '../extension-request';
import { WorkOrder } from '../work-order';

/** R11: a center asks for more time; until it is granted, the deadline stays. */
export const requestExtension = defineCommand({
  name: 'requestExtension',
  description: zhEn(
    '申请延期，须说明理由和希望的时限(R11)：晚于现行时限，不早于今天，不晚于项目的时限(协办单：原派单的时限)',
    'Requests more time, with a reason and the wanted deadline (R11): after the present one, not in the past, within the deadline of the project, or for a sub-order of its main order',
  ),
  input: {
    workOrderId: WorkOrder.id(),
    expectedVersion,
    reason,
    deadline: field.day(zhEn('希望的完成时限', 'Wanted deadline (inclusive), Asia/Shanghai')),
  },
  payload: { workOrder: () => WorkOrder, extensionRequest: () => ExtensionRequest },
  target: centerOfOrder,
  execute: async ({ workOrderId, expectedVersion, reason, deadline }, transaction) => {
    const workOrder = await transaction.get(WorkOrder, workOrderId, { expectedVersion });
    transaction.step(workOrderMachine, workOrder, 'requestExtension');
    if (await pendingExtension(transaction, workOrder)) {
      throw transaction.conflict(workOrder, {
        zh: `派单 ${workOrder.number} 已有待审的延期申请。请等综合管理中心审核（grantExtension、refuseExtension）`,
        en: `An extension of work order ${workOrder.number} is requested already. Wait for its decision (grantExtension, refuseExtension)`,
      });
    }
    const extension = await extensionOf(transaction, workOrder, deadline);
    const values = requestedExtension(transaction, extension, reason);
    const presentDeadline = workOrder.deadline;
    await applyTransition(transaction, workOrder, 'requestExtension', { reason });
    const extensionRequest = await transaction.insert(ExtensionRequest, {
      workOrderId,
      presentDeadline,
      ...values,
    });
    return { workOrder, extensionRequest };
  },
});
