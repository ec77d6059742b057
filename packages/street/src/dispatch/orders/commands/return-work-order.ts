import { Role } from '@mtg/access';
import {
  FRUITLESS_WORK_ORDER_STATES,
  nextState,
  OPEN_WORK_ORDER_STATES,
  workOrderMachine,
} from '@mtg/governance';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { completeDelegations } from '../complete-delegations';
import { centerOfOrder } from '../center-of-order';
import { requireNoSubOrdersIn } from '../sub-orders';
import { applyTransition } from '../apply-transition';
import { WorkOrder } from '../work-order';

/** Work that is not good enough goes back to the center; an order that is not the center's goes back to its issuer. */
export const returnWorkOrder = defineCommand({
  name: 'returnWorkOrder',
  description: zhEn(
    '退回派单，须说明理由：综合管理中心把已提交的派单退回重办，或中心退回未接的派单；中心退回后，其余派单均已反馈的委托事项随之办结(R10)',
    'Returns a work order. A reason is required. The dispatcher returns submitted work to the center for rework, or the center returns an order that it has not accepted. When a center returns the last unreported order of a delegation, the delegation is completed (R10)',
  ),
  input: { workOrderId: WorkOrder.id(), expectedVersion, reason },
  payload: { workOrder: () => WorkOrder },
  target: centerOfOrder,
  execute: async (input, transaction) => {
    const workOrder = await transaction.get(WorkOrder, input.workOrderId, input);
    requireAuthority(workOrder, transaction.actor.role);
    if (workOrder.state === 'ISSUED') {
      await requireNoSubOrdersIn(transaction, workOrder, OPEN_WORK_ORDER_STATES, {
        zh: '请综合管理中心先取消协办单，或取消整个派单。',
        en: 'Have the dispatcher cancel them first, or the whole order.',
      });
    }
    await applyTransition(transaction, workOrder, 'returnWorkOrder', input);
    if (FRUITLESS_WORK_ORDER_STATES.includes(workOrder.state)) {
      await completeDelegations(transaction, 'returnWorkOrder', [workOrder]);
    }
    return { workOrder };
  },
});

/**
 * Both sides return orders, each from its own state: the machine says whose step it is.
 *
 * @throws PublicError FORBIDDEN when it is the other side's
 */
function requireAuthority({ number, state }: WorkOrder, role: Role): void {
  const authority = role === Role.CENTER_HEAD ? 'CENTER' : 'GENERAL_AFFAIRS_CENTER';
  const next = nextState(workOrderMachine, state, 'returnWorkOrder');
  if (next.refusal || next.transition.authority === authority) return;
  throw next.transition.authority === 'CENTER'
    ? refuse.forbidden({
        zh: `派单 ${number} 尚未接单，只能由承办中心退回。请承办中心退回，或改为取消（cancelWorkOrder）`,
        en: `Work order ${number} is not accepted yet. Ask its center to return it, or cancel it (cancelWorkOrder)`,
      })
    : refuse.forbidden({
        zh: `派单 ${number} 已提交验收，只能由综合管理中心退回重办。请与其联系`,
        en: `Work order ${number} is submitted. Ask the dispatcher to return it`,
      });
}
