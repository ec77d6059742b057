import { field } from '@mtg/commands';
import { evaluatedServiceProject } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { projectInput, projectInStep, targetOfProject } from '../project-target';
import { ServiceProject } from '../service-project';

/** R30: the community served says what it thinks of accepted services. */
export const evaluateServiceProject = defineCommand({
  name: 'evaluateServiceProject',
  description: zhEn(
    '评价购买服务项目，由所服务的社区作出',
    'Records the evaluation of an accepted service project by the community served',
  ),
  input: {
    ...projectInput,
    evaluation: field.text(zhEn('社区评价', 'Evaluation by the community')),
    evaluatedOn: field.optional(
      field.day(
        zhEn(
          '评价日期，自验收之日至今天；不填即今天',
          'Day of the evaluation, from the acceptance to today. Default: today',
        ),
      ),
    ),
  },
  payload: { serviceProject: () => ServiceProject },
  target: targetOfProject,
  execute: async (input, transaction) => {
    const project = await projectInStep(transaction, input);
    const values = evaluatedServiceProject(transaction, project, input);
    return { serviceProject: await transaction.change(project, values) };
  },
});
