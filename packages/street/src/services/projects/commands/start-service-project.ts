import { field, inputType } from '@mtg/commands';
import { startedServiceProject } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { centerCode, communityCode } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter, requireCommunity } from '../../../organization/require-addressee';
import { citedOfDistrict } from '../cited-procurement';
import { ServiceMilestone } from '../service-milestone';
import { ServiceProject } from '../service-project';

const milestoneInput = inputType('ServiceMilestoneInput', zhEn('项目节点', 'Milestone of the project'), {
  title: field.line(zhEn('节点', 'Milestone')),
  dueOn: field.day(zhEn('应完成日期，在项目期内', 'Day by which it is due, within the term')),
});

/** R30: services are procured from an organization, by a need of the catalogue in force. */
export const startServiceProject = defineCommand({
  name: 'startServiceProject',
  description: zhEn(
    '立项购买服务，引用现行目录中的一项需求和一个社会组织(R30)',
    'Starts a service project, which cites a need of the catalogue in force and a registered organization (R30)',
  ),
  input: {
    centerCode,
    communityCode,
    title: field.line(zhEn('名称', 'Title')),
    content: field.text(zhEn('服务内容', 'Content of the services')),
    amount: field.amount(zhEn('金额(元)，大于零', 'Amount of the contract, in 元, above zero')),
    startsOn: field.day(zhEn('开始日期', 'First day of the term')),
    endsOn: field.day(zhEn('结束日期', 'Last day of the term')),
    needId: field.uuid(
      zhEn('区目录中的需求标识(R30)', 'Id of the need of the district’s catalogue in force (R30)'),
    ),
    organizationId: field.uuid(
      zhEn('承接的社会组织标识(R30)', 'Id of the registered social organization (R30)'),
    ),
    milestones: field.list(field.nested(milestoneInput, zhEn('项目节点', 'Milestones of the project')), {
      least: 0,
    }),
  },
  payload: { serviceProject: () => ServiceProject },
  target: ({ centerCode }) => ({ center: centerCode }),
  prepare: citedOfDistrict,
  execute: async ({ milestones, ...input }, transaction, { need, organization }) => {
    transaction.noteElsewhere(need, 'needId');
    transaction.noteElsewhere(organization, 'organizationId');
    const draft = { ...input, milestones };
    const course = startedServiceProject(transaction, draft, { need, organization });
    requireAboveZero(input.amount);
    await requireCenter(transaction, input.centerCode, 'centerCode');
    await requireCommunity(transaction, input.communityCode, 'communityCode');
    const serviceProject = await transaction.insert(ServiceProject, {
      ...input,
      ...course,
      // The rule has asked for both.
      needTitle: need?.title ?? '',
      catalogueId: need?.catalogueId ?? '',
      catalogueNumber: need?.catalogueNumber ?? '',
      surveyId: need?.surveyId ?? '',
      organizationName: organization?.name ?? '',
    });
    for (const [index, { title, dueOn }] of milestones.entries()) {
      requireWithinTerm(input, dueOn, `milestones.${index}.dueOn`);
      await transaction.insert(ServiceMilestone, {
        serviceProjectId: serviceProject.id,
        number: index + 1,
        title,
        dueOn,
        reachedOn: null,
        reachedAt: null,
        remark: null,
      });
    }
    return { serviceProject };
  },
});

function requireAboveZero(amount: string): void {
  if (!/^(-|0+(\.0*)?$)/u.test(amount)) return;
  throw refuse.badInput('amount', {
    zh: `金额 ${amount} 元不大于零。请更正`,
    en: `An amount of ${amount} 元 is not above zero. Correct it`,
  });
}

function requireWithinTerm(
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  dueOn: string,
  at: string,
): void {
  if (startsOn <= dueOn && dueOn <= endsOn) return;
  throw refuse.badInput(at, {
    zh: `${dueOn} 不在项目期内（${startsOn} 至 ${endsOn}）。请更正`,
    en: `${dueOn} is outside of the term (${startsOn} to ${endsOn}). Correct it`,
  });
}
