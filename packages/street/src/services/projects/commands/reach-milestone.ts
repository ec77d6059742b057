import { field } from '@mtg/commands';
import { reachedMilestone } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { optionalText } from '../project-target';
import { ServiceMilestone } from '../service-milestone';
import { ServiceProject } from '../service-project';

/** R30: a milestone is reached before the acceptance, once. It may be recorded later. */
export const reachMilestone = defineCommand({
  name: 'reachMilestone',
  description: zhEn('登记完成节点', 'Records the day on which a milestone of a service project was reached'),
  input: {
    serviceMilestoneId: ServiceMilestone.id(),
    expectedVersion,
    reachedOn: field.day(
      zhEn(
        '完成日期，不晚于今天，不晚于验收之日',
        'Day on which it was reached, today or earlier, and not after the acceptance',
      ),
    ),
    remark: optionalText(zhEn('说明', 'Remark')),
  },
  payload: { serviceMilestone: () => ServiceMilestone },
  target: async ({ serviceMilestoneId }, transaction) => {
    const { serviceProjectId } = await transaction.get(ServiceMilestone, serviceMilestoneId);
    return { center: (await transaction.get(ServiceProject, serviceProjectId)).centerCode };
  },
  execute: async ({ serviceMilestoneId, expectedVersion, reachedOn, remark }, transaction) => {
    const milestone = await transaction.get(ServiceMilestone, serviceMilestoneId, { expectedVersion });
    const project = await transaction.get(ServiceProject, milestone.serviceProjectId);
    if (milestone.reachedOn !== null) {
      throw transaction.conflict(milestone, {
        zh: `此节点已于 ${milestone.reachedOn} 完成。请刷新后查看，无须再次登记`,
        en: `This milestone was reached on ${milestone.reachedOn}. Read it again; nothing is left to do`,
      });
    }
    const values = reachedMilestone(transaction, project, reachedOn);
    return { serviceMilestone: await transaction.change(milestone, { ...values, remark }) };
  },
});
