import { field } from '@mtg/commands';
import { requireOpenParent, requireStanding } from '@mtg/governance';
import { zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { standingApproval } from '../../../delegation/requests/standing-approval';
import { Project } from '../../projects/project';
import { readSource } from '../cited-source';
import { issueOrder, orderFields } from '../issue-order';
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
      baseTaskCodes: parent.baseTaskCodes,
      project: await transaction.find(Project, { id: parent.projectId }),
      source,
    });
    return { workOrder };
  },
});
