import { SupportKind } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** Problems of one kind that were raised in a month, and how far they are by now. */
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '支持保障统计：某月提出的一类事项及其目前进展',
    'Support issues of a kind that were raised in a month, and their progress as of now (R28)',
  ),
})
export class SupportStatistics {
  @Field(() => String, { description: zhEn('提出的月份，如 2026-11', 'Month of raising, e.g. 2026-11') })
  month: string;

  @Field(() => SupportKind, { description: zhEn('类别', 'Kind') })
  kind: SupportKind;

  @Field(() => Int, { description: zhEn('提出数', 'Number raised') })
  raised: number;

  @Field(() => Int, { description: zhEn('已研究承办数', 'Number of those that were taken up') })
  takenUp: number;

  @Field(() => Int, {
    description: zhEn('已解决数，含社区尚未确认的', 'Number of those that are solved, confirmed or not yet'),
  })
  solved: number;

  @Field(() => Int, { description: zhEn('社区已确认数', 'Number of those that the community confirmed') })
  confirmed: number;

  @Field(() => Int, {
    description: zhEn('社区曾提出异议数', 'Number of those to whose solution the community has objected'),
  })
  objected: number;

  @Field(() => Int, {
    description: zhEn('尚未办结数，即社区尚未确认的', 'Number still open: not confirmed by the community'),
  })
  open: number;

  @Field(() => Int, {
    nullable: true,
    description: zhEn(
      '尚未办结的自提出至今的天数，中位数；没有则为空',
      'Median of the days from being raised to today, of those still open. Null if there are none',
    ),
  })
  medianOpenDays: number | null;

  @Field(() => Int, {
    nullable: true,
    description: zhEn(
      '尚未办结的自提出至今的天数，最长；没有则为空',
      'Most days from being raised to today, of those still open. Null if there are none',
    ),
  })
  longestOpenDays: number | null;
}
