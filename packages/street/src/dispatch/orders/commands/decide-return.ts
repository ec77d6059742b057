import { field } from '@mtg/commands';
import { OPEN_WORK_ORDER_STATES, reassignedOrder, refusedReturn, workOrderMachine } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { applyTransition } from '../apply-transition';
import { readSource } from '../cited-source';
import { registeredIn, responsiblePersonId } from '../registered-person';
import { ReturnRequest } from '../return-request';
import { subOrdersIn } from '../sub-orders';
import { WorkOrder } from '../work-order';

const step = { workOrderId: WorkOrder.id(), expectedVersion, reason };
const payload = { workOrder: () => WorkOrder, returnRequest: () => ReturnRequest };

/** R11: 综合管理中心 gives an order to another center, which its center holds not to be its own. */
export const reassignWorkOrder = defineCommand({
  name: 'reassignWorkOrder',
  description: zhEn(
    '改派申请退单的派单(R11)：同一派单，时限不变，须写明新的责任人',
    'Reassigns an order whose return was requested to another center (R11). The order and its deadline stay; a new responsible person is named',
  ),
  input: {
    ...step,
    centerCode: field.optional(field.code(zhEn('改派的中心代码(R11)', 'Code of the new center (R11)'))),
    responsiblePerson: field.ruled(zhEn('新的责任人姓名(R11)', 'Name of the new responsible person (R11)')),
    responsiblePersonId,
  },
  payload,
  execute: async ({ workOrderId, expectedVersion, ...to }, transaction) => {
    const { workOrder, request } = await inReview(transaction, workOrderId, expectedVersion);
    transaction.step(workOrderMachine, workOrder, 'reassignWorkOrder');
    const { centerCode } = to;
    const name = centerCode === null ? '' : await requireCenter(transaction, centerCode, 'centerCode');
    const { assignee, decision } = reassignedOrder(transaction, request, {
      ...to,
      registered: await registeredIn(transaction, to.responsiblePersonId, centerCode),
      source: await readSource(transaction, workOrder),
      isPart: workOrder.parentId !== null,
      taken: await holders(transaction, workOrder),
      name,
    });
    await applyTransition(transaction, workOrder, 'reassignWorkOrder', { reason: to.reason, assignee });
    return { workOrder, returnRequest: await transaction.change(request, decision) };
  },
});

/** 综合管理中心 leaves an order with its center, in the state that it was in. */
export const refuseReturn = defineCommand({
  name: 'refuseReturn',
  description: zhEn(
    '不同意退单，须说明理由；派单回到申请前的状态，时限不变',
    'Refuses the return of an order. A reason is required. The order goes back to its state before the request; its deadline stays',
  ),
  input: step,
  payload,
  execute: async ({ workOrderId, expectedVersion, reason }, transaction) => {
    const { workOrder, request } = await inReview(transaction, workOrderId, expectedVersion);
    const outcome = request.orderState;
    await applyTransition(transaction, workOrder, 'refuseReturn', { reason, outcome });
    const decision = refusedReturn(transaction, request, reason);
    return { workOrder, returnRequest: await transaction.change(request, decision) };
  },
});

/** @throws PublicError CONFLICT when no return of the order is requested */
async function inReview(transaction: StreetTransaction, workOrderId: string, expectedVersion: number) {
  const workOrder = await transaction.get(WorkOrder, workOrderId, { expectedVersion });
  const request = await transaction.find(ReturnRequest, { workOrderId, state: 'PENDING' });
  if (!request) {
    throw transaction.conflict(workOrder, {
      zh: `派单 ${workOrder.number} 没有待审的退单申请。请由承办中心先申请（requestReturn）`,
      en: `No return of work order ${workOrder.number} is requested. Ask its center to request it (requestReturn)`,
    });
  }
  return { workOrder, request };
}

/** The center of the order, of the order that it is a part of, and of its open parts. */
async function holders(transaction: StreetTransaction, order: WorkOrder): Promise<ReadonlySet<string>> {
  const { parentId, centerCode } = order;
  const whole = parentId === null ? null : await transaction.find(WorkOrder, { id: parentId });
  const parts = await subOrdersIn(transaction, order, OPEN_WORK_ORDER_STATES);
  return new Set([centerCode, ...(whole ? [whole.centerCode] : []), ...parts.map((part) => part.centerCode)]);
}
