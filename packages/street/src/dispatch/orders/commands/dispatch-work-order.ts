import { field } from '@mtg/commands';
import { requireStanding } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { carriedOutTasks, requireBaseTasks } from '../../../district-references/require-base-tasks';
import { standingApproval } from '../../../delegation/requests/standing-approval';
import { Project } from '../../projects/project';
import { readSource } from '../cited-source';
import { issueOrder, orderFields } from '../issue-order';
import { WorkOrder } from '../work-order';

const source = (description: string) => field.optional(field.uuid(description));

/** R01, R06, R07, R10, R11: 综合管理中心 gives work to a center. */
export const dispatchWorkOrder = defineCommand({
  name: 'dispatchWorkOrder',
  description: zhEn(
    '派单(R01、R06、R07、R10、R11)；来源须恰引用一个：全年工作要点、已准入的委托事项、已印发纪要中的一条',
    'Dispatches a work order to a center (R01, R06, R07, R10, R11). It cites exactly one source: a key point of the year, an admitted delegation, or an item of issued minutes',
  ),
  input: {
    ...orderFields,
    projectId: field.optional(field.uuid(zhEn('所属项目标识(R11)', 'Id of the project (R11)'))),
    keyPointId: source(zhEn('来源：全年工作要点标识', 'Source: id of a key point of the year')),
    delegationId: source(zhEn('来源：委托事项标识(R10)', 'Source: id of a delegation (R10)')),
    baseTaskCodes: carriedOutTasks,
    minutesItemId: source(zhEn('来源：纪要条目标识(R06)', 'Source: id of an item of minutes (R06)')),
  },
  payload: { workOrder: () => WorkOrder },
  prepare: async ({ delegationId, baseTaskCodes }, context) => {
    await requireBaseTasks(context, baseTaskCodes ?? [], 'baseTaskCodes');
    return standingApproval(context, delegationId);
  },
  execute: async (input, transaction, standing) => {
    const { projectId, ...rest } = input;
    const project = projectId === null ? null : await transaction.get(Project, projectId);
    const source = await readSource(transaction, input);
    if (source?.delegation) requireStanding(transaction, source.delegation, standing);
    const workOrder = await issueOrder(transaction, 'dispatchWorkOrder', {
      ...rest,
      project,
      source,
      parent: null,
    });
    return { workOrder };
  },
});
