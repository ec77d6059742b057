import { Decimal, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

const proposals = { proposed: 0, forwarded: 0, declined: 0 };
const projects = { projects: 0, inProgress: 0, accepted: 0, evaluated: 0, terminated: 0, agreed: '0.00' };

/** Numbers of a year in which nothing was proposed or started. */
export const NO_PROCUREMENT = { ...proposals, ...projects, spent: '0.00' };

/** Services that a street procures, by year. */
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '购买服务统计：按年度',
    'Services that the street procures, by year, with states and payments as of now (R30)',
  ),
})
export class ProcurementStatistics {
  @Field(() => Int, {
    description: zhEn(
      '年度：提出建议或项目开始之年',
      'Year in which needs were proposed, and projects begin',
    ),
  })
  year: number;

  @Field(() => Int, { description: zhEn('各中心提出的需求建议数', 'Number of needs that centers proposed') })
  proposed: number;

  @Field(() => Int, { description: zhEn('其中已报区的', 'Number of those that were put to the district') })
  forwarded: number;

  @Field(() => Int, { description: zhEn('其中街道未采纳的', 'Number of those that the street declined') })
  declined: number;

  @Field(() => Int, { description: zhEn('当年开始的项目数', 'Number of projects that begin in the year') })
  projects: number;

  @Field(() => Int, { description: zhEn('其中实施中的', 'Number of those in progress') })
  inProgress: number;

  @Field(() => Int, {
    description: zhEn('其中已验收、社区尚未评价的', 'Number of those accepted and not evaluated yet'),
  })
  accepted: number;

  @Field(() => Int, { description: zhEn('其中社区已评价的', 'Number of those that the community evaluated') })
  evaluated: number;

  @Field(() => Int, { description: zhEn('其中已终止的', 'Number of those terminated') })
  terminated: number;

  @Field(() => Decimal, {
    description: zhEn('这些项目的合同金额(元)', 'Amount of the contracts of these projects, in 元'),
  })
  agreed: string;

  @Field(() => Decimal, {
    nullable: true,
    description: zhEn(
      '这些项目至今的支出(元)，冲销已扣除；不能查阅资金的为空',
      'Spent on these projects until now, in 元, less reversals. Null for readers without access to funds',
    ),
  })
  spent: string | null;
}
