import { Field, InputType } from 'type-graphql';
import { zhEn } from '../schema/descriptions';
import { DateTime } from '../schema/scalars';

/** Filter of a list of reference data, the same in every subgraph. */
@InputType({ description: zhEn('参考数据筛选', 'Filter of reference data') })
export class ReferenceFilter {
  @Field(() => String, { nullable: true, description: zhEn('名称包含', 'Name contains this text') })
  nameContains?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: zhEn(
      '此时或此后有变化(含已撤销)，用于增量刷新',
      'Changed at or after this time, withdrawn rows included. For incremental refresh, pass the latest `updatedAt` received',
    ),
  })
  updatedSince?: Date | null;
}
