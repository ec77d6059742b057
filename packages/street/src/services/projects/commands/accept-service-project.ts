import { field } from '@mtg/commands';
import { acceptedServiceProject } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { projectInput, projectInStep, targetOfProject } from '../project-target';
import { ServiceMilestone } from '../service-milestone';
import { ServiceProject } from '../service-project';

/** R30: the center accepts the services, before the community evaluates them. */
export const acceptServiceProject = defineCommand({
  name: 'acceptServiceProject',
  description: zhEn('验收购买服务项目', 'Accepts the results of a service project'),
  input: {
    ...projectInput,
    acceptedOn: field.day(
      zhEn(
        '验收日期，不晚于今天，不早于已完成的节点',
        'Day of acceptance, today or earlier, and not before a milestone that was reached',
      ),
    ),
    acceptance: field.text(zhEn('验收意见', 'Findings of the acceptance')),
  },
  payload: { serviceProject: () => ServiceProject },
  target: targetOfProject,
  execute: async (input, transaction) => {
    const project = await projectInStep(transaction, input);
    const milestones = await transaction.list(ServiceMilestone, { serviceProjectId: project.id });
    const reached = milestones.flatMap(({ reachedOn }) => reachedOn ?? []);
    const values = acceptedServiceProject(transaction, project, input, reached);
    return { serviceProject: await transaction.change(project, values) };
  },
});
