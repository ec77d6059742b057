import { field, type CommandTransaction } from '@mtg/commands';
import { OPEN_WORK_ORDER_STATES, requireStanding } from '@mtg/governance';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { standingApproval } from '../../../delegation/requests/standing-approval';
import { Project } from '../../projects/project';
import { readSource } from '../cited-source';
import { issueOrder, orderFields } from '../issue-order';
import { stateLabel } from '../state-label';
import { WorkOrder } from '../work-order';

/** R07, R11: dispatches a part of an order to an assisting center. Source and project are those of the order. */
export const dispatchSubOrder = defineCommand({
  name: 'dispatchSubOrder',
  description: zhEn(
    '派发协办单(R07、R11)：未办结派单的一部分交由另一中心协办，来源和项目从原派单',
    'Dispatches part of an open work order to an assisting center (R07, R11). Source and project are those of the main order',
  ),
  input: { ...orderFields, parentId: field.uuid(zhEn('原派单标识', 'Id of the main work order')) },
  payload: { workOrder: () => WorkOrder },
  prepare: async ({ parentId }, context) => {
    const parent = await context.database.getRepository(WorkOrder).findOneBy({ id: parentId });
    return standingApproval(context, parent?.delegationId ?? null);
  },
  execute: async (input, transaction, standing) => {
    const { parentId, ...rest } = input;
    const parent = await transaction.get(WorkOrder, parentId, { at: 'parentId' });
    requireOpenParent(transaction, parent);
    if (input.centerCode === parent.centerCode) {
      throw refuse.badInput('centerCode', {
        zh: `派单 ${parent.number} 已由此中心承办，协办单须派给另一中心`,
        en: `This center already carries out work order ${parent.number}. Choose another center for the sub-order`,
      });
    }
    const source = await readSource(transaction, parent, 'parentId');
    if (source?.delegation) {
      requireStanding(transaction, source.delegation, { ...standing, citedBy: 'parentId' });
    }
    const workOrder = await issueOrder(transaction, 'dispatchSubOrder', {
      ...rest,
      parent,
      project: await transaction.find(Project, { id: parent.projectId }),
      source,
    });
    return { workOrder };
  },
});

/** Sub-orders end with the main order and are one level deep: a sub-order has no sub-orders. */
function requireOpenParent(transaction: CommandTransaction, parent: WorkOrder): void {
  if (parent.parentId !== null) {
    throw refuse.badInput('parentId', {
      zh: `${parent.number} 本身是协办单，请引用原派单`,
      en: `${parent.number} is a sub-order itself. Name the order that it belongs to`,
    });
  }
  if (!OPEN_WORK_ORDER_STATES.includes(parent.state)) {
    throw transaction.conflict(parent, {
      zh: `派单 ${parent.number} 的状态为“${stateLabel(parent).zh}”，不能再派协办单；如仍有工作，请另行派单（dispatchWorkOrder）`,
      en: `Work order ${parent.number} is ${stateLabel(parent).en} and takes no more sub-orders. Dispatch another work order for the remaining work (dispatchWorkOrder)`,
    });
  }
}
