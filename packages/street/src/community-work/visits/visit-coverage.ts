import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Community } from '../../organization/community';

/** Visits to one community in a month, as numbers. */
@Directive('@shareable')
@ObjectType({
  description: zhEn('社区走访统计：一个社区一个月的', 'Visits to a community in a month, as numbers (R24)'),
})
export class VisitCoverage {
  @Field(() => ID, { description: zhEn('社区代码', 'Code of the community') })
  communityCode: string;

  @Field(() => Community, { description: zhEn('社区', 'Community') })
  community: Community;

  @Field(() => String, { description: zhEn('月份，如 2026-11', 'Month, e.g. 2026-11') })
  month: string;

  @Field(() => Int, { description: zhEn('走访次数', 'Number of visits') })
  visits: number;

  @Field(() => Int, { description: zhEn('有走访的天数', 'Number of days with a visit') })
  days: number;

  @Field(() => Int, { description: zhEn('来走访的人数', 'Number of people who visited') })
  people: number;
}
