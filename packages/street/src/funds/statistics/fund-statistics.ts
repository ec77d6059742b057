import { Decimal, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Project } from '../../dispatch/projects/project';

/** Money of a street by year and kind. */
@Directive('@shareable')
@ObjectType({ description: zhEn('街道资金统计', 'Funds of a street, by year and kind') })
export class StreetFunds {
  @Field(() => Int, { description: zhEn('预算年度', 'Year of the budget') })
  year: number;

  @Field(() => ID, { description: zhEn('资金类别', 'Kind of funds, as the budget names it') })
  kind: string;

  @Field(() => Decimal, { description: zhEn('已确认收款', 'Acknowledged') })
  acknowledged: string;

  @Field(() => Decimal, { description: zhEn('已同意收回', 'Given back to the district') })
  givenBack: string;

  @Field(() => Decimal, { description: zhEn('已支出', 'Spent, less reversals') })
  spent: string;

  @Field(() => Decimal, { description: zhEn('尚可支出', 'Left to be spent') })
  left: string;
}

/** Money spent on a project, beside the progress of its orders. */
@Directive('@shareable')
@ObjectType({
  description: zhEn('项目支出与进度', 'Spending on a project against the progress of its work orders'),
})
export class ProjectSpending {
  projectId: string;

  @Field(() => Project, { nullable: true, description: zhEn('项目', 'Project') })
  project?: Project;

  @Field(() => Decimal, {
    description: zhEn('已支出，含其派单的', 'Spent on the project and on its work orders, less reversals'),
  })
  spent: string;

  @Field(() => Int, {
    description: zhEn('派单数，不含取消的', 'Number of work orders, without cancelled ones'),
  })
  orders: number;

  @Field(() => Int, { description: zhEn('其中已验收的', 'Number of those that are verified or closed') })
  verifiedOrders: number;
}
