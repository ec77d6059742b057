import { CenterType, Source, zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/**
 * The base tasks of one type of center: how a street's center points to them. How many of the declared 32 fall to
 * one center the source does not say, so only the district's total has a declared count.
 */
@Directive('@key(fields: "centerType")')
@ObjectType({ description: zhEn('中心基础任务', 'Base tasks of one type of center') })
export class CenterBaseTasks {
  @Field(() => CenterType, { description: zhEn('中心类型', 'Type of the center') })
  centerType: CenterType;

  static of(centerType: CenterType): CenterBaseTasks {
    return Object.assign(new CenterBaseTasks(), { centerType });
  }
}

@ObjectType({ description: zhEn('基础任务总览', 'Overview of the district’s base tasks') })
export class BaseTaskOverview {
  @Field(() => Int, { description: zhEn('确定的总数', 'Number declared by the source (32)') })
  declaredCount: number;

  @Field(() => Int, { description: zhEn('已列明数', 'Number of named tasks') })
  namedCount: number;

  @Field(() => Int, { description: zhEn('未列明数', 'Number still missing: declared minus named') })
  missingCount: number;

  @Field(() => Source, { description: zhEn('来源', 'Source of the declared number') })
  source: Source;
}
