import { countRows, type CountsAsked, sampleArgument } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { yearArgument, yearAsked } from '../../foundation/statistics-arguments';
import type { StreetContext } from '../../foundation/street-context';
import { Street } from '../../foundation/street-interface';
import { SentimentLog } from './sentiment-log';
import { SentimentStatistics } from './sentiment-statistics';

@Resolver(() => Street)
export class StreetSentimentStatisticsResolver {
  @FieldResolver(() => [SentimentStatistics], {
    nullable: true,
    description: zhEn(
      '民情主题统计：按走访的月份和主题词，不含人员和内容',
      'Sentiment logs by month of the visit and theme, as numbers without persons and texts',
    ),
  })
  async sentimentStatistics(
    @Arg('year', () => Int, yearArgument) year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<readonly SentimentStatistics[]> {
    const asked = yearAsked(year, context.clock.now());
    return countRows<SentimentStatistics>(context, SentimentLog, countsOf(asked, isSample ?? false));
  }
}

/** The index on the day of visits gives the year, and that on the visit its logs. */
const countsOf = (year: number, isSample: boolean): CountsAsked => ({
  group: 'SENTIMENT_THEMES',
  groups: (row) => ({
    month: `(SELECT to_char(visit.day, 'YYYY-MM') FROM community_visit visit WHERE visit.id = ${row}.visit_id)`,
  }),
  by: ['theme'],
  where: (statement, row) => {
    const of = statement.value(year, 'int');
    return `${row}.visit_id IN (SELECT visit.id FROM community_visit visit
      WHERE visit.day BETWEEN make_date(${of}, 1, 1) AND make_date(${of}, 12, 31)
        AND visit.sample = ${statement.value(isSample)} AND visit.deleted_at IS NULL)`;
  },
  counts: () => ({ logs: 'count(*)' }),
});
