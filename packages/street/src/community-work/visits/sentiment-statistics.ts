import { zhEn } from '@mtg/subgraph-kit';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** Sentiment logs of a month with one theme, as a number. No person and no text is in it. */
@Directive('@shareable')
@ObjectType({
  description: zhEn(
    '民情主题统计：某月走访所记一个主题词的民情日志数，不含人员和内容',
    'Number of sentiment logs with one theme, of the visits of a month. It has no persons and no texts',
  ),
})
export class SentimentStatistics {
  @Field(() => String, { description: zhEn('走访的月份，如 2026-11', 'Month of the visits, e.g. 2026-11') })
  month: string;

  @Field(() => String, {
    nullable: true,
    description: zhEn('主题词；未填的为空', 'Theme. Null for the logs without one'),
  })
  theme: string | null;

  @Field(() => Int, { description: zhEn('民情日志数', 'Number of sentiment logs') })
  logs: number;
}
