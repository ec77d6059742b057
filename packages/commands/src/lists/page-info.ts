import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, ObjectType } from 'type-graphql';

/** As Relay's specification of connections has it. */
@Directive('@shareable')
@ObjectType({ description: zhEn('分页信息', 'Position of a page in its list') })
export class PageInfo {
  @Field(() => Boolean, { description: zhEn('后面还有', 'Whether more rows follow') })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: zhEn('前面还有', 'Whether more rows come before') })
  hasPreviousPage: boolean;

  @Field(() => String, {
    nullable: true,
    description: zhEn('首项游标', 'Cursor of the first row. Null for an empty page'),
  })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: zhEn('末项游标', 'Cursor of the last row. Null for an empty page'),
  })
  endCursor: string | null;
}
