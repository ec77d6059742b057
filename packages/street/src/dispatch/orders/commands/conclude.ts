import { OPEN_WORK_ORDER_STATES, workOrderMachine } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { requireNoSubOrdersIn } from '../sub-orders';
import { applyTransition } from '../apply-transition';
import { announceVerification } from '../order-reactions';
import { WorkOrder } from '../work-order';

const input = { workOrderId: WorkOrder.id(), expectedVersion };
const payload = { workOrder: () => WorkOrder };

/** 综合管理中心 finds that the work was done. The parts that other centers and communities carry out come first. */
export const verifyWorkOrder = defineCommand({
  name: 'verifyWorkOrder',
  description: zhEn(
    '验收；尚有协办单未验收，或社区任务未完成也未收回时，不能验收',
    'Verifies the submitted work. All sub-orders must be verified and all community tasks completed or withdrawn first',
  ),
  input,
  payload,
  execute: async (input, transaction) => {
    const workOrder = await transaction.get(WorkOrder, input.workOrderId, input);
    transaction.step(workOrderMachine, workOrder, 'verifyWorkOrder');
    await requireNoSubOrdersIn(transaction, workOrder, OPEN_WORK_ORDER_STATES, {
      zh: '请先验收或取消协办单。',
      en: 'Verify or cancel them first.',
    });
    await announceVerification(transaction, workOrder);
    await applyTransition(transaction, workOrder, 'verifyWorkOrder');
    return { workOrder };
  },
});

/** An order is finished, and can be reported (R13). */
export const closeWorkOrder = defineCommand({
  name: 'closeWorkOrder',
  description: zhEn(
    '办结；尚有协办单未办结时不能办结。办结的派单进入集中反馈(R13)',
    'Closes a verified work order. All sub-orders must be closed first. Closed orders are reported centrally (R13)',
  ),
  input,
  payload,
  execute: async (input, transaction) => {
    const workOrder = await transaction.get(WorkOrder, input.workOrderId, input);
    transaction.step(workOrderMachine, workOrder, 'closeWorkOrder');
    await requireNoSubOrdersIn(transaction, workOrder, [...OPEN_WORK_ORDER_STATES, 'VERIFIED'], {
      zh: '请先办结或取消协办单。',
      en: 'Close or cancel them first.',
    });
    await applyTransition(transaction, workOrder, 'closeWorkOrder');
    return { workOrder };
  },
});
