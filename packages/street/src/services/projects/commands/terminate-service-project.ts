import { terminatedServiceProject } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { projectInput, projectInStep, targetOfProject } from '../project-target';
import { ServiceProject } from '../service-project';

/** A service project that ends before it is accepted. */
export const terminateServiceProject = defineCommand({
  name: 'terminateServiceProject',
  description: zhEn('终止购买服务项目', 'Terminates a service project before its acceptance'),
  input: { ...projectInput, reason },
  payload: { serviceProject: () => ServiceProject },
  target: targetOfProject,
  execute: async (input, transaction) => {
    const project = await projectInStep(transaction, input);
    const values = terminatedServiceProject(transaction, project, input.reason);
    return { serviceProject: await transaction.change(project, values) };
  },
});
