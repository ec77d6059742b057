import { DateTime, zhEn } from '@mtg/subgraph-kit';
import { Field, InputType } from 'type-graphql';

@InputType({ description: zhEn('社区筛选', 'Which communities') })
export class CommunityFilter {
  @Field(() => String, { nullable: true, description: zhEn('名称包含', 'The name contains this text') })
  nameContains?: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: zhEn('此后有变化(含已撤销)', 'Changed after this time, withdrawn ones included; for incremental refresh'),
  })
  updatedSince?: Date | null;
}
