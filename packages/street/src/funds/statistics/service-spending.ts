import { Decimal, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { ServiceProject } from '../../services/projects/service-project';

/** Money spent on a service project, beside its amount and the progress by its milestones. */
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '购买服务项目支出与进度',
    'Spending on a service project against its amount and the progress by its milestones',
  ),
})
export class ServiceSpending {
  serviceProjectId: string;

  @Field(() => ServiceProject, { nullable: true, description: zhEn('购买服务项目', 'Service project') })
  serviceProject?: ServiceProject;

  @Field(() => Decimal, { description: zhEn('合同金额', 'Amount of the contract') })
  amount: string;

  @Field(() => Decimal, { description: zhEn('已支出', 'Spent, less reversals') })
  spent: string;

  @Field(() => Int, { description: zhEn('节点数', 'Number of milestones') })
  milestones: number;

  @Field(() => Int, { description: zhEn('其中已完成的', 'Number of those that are reached') })
  reachedMilestones: number;
}
