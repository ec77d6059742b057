import { countRows, type CountsAsked, sampleArgument } from '@mtg/commands';
import { OPEN_SUPPORT_STATES } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { yearArgument, yearAsked } from '../../foundation/statistics-arguments';
import type { StreetContext } from '../../foundation/street-context';
import { Street } from '../../foundation/street-interface';
import { SupportIssue } from './support-issue';
import { SupportStatistics } from './support-statistics';

@Resolver(() => Street)
export class StreetSupportStatisticsResolver {
  @FieldResolver(() => [SupportStatistics], {
    nullable: true,
    description: zhEn(
      '支持保障统计：按提出的月份和类别(R28)；只计可查阅的社区',
      'Support issues by month of raising and kind (R28), in the communities that the caller reads',
    ),
  })
  async supportStatistics(
    @Arg('year', () => Int, yearArgument) year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<readonly SupportStatistics[]> {
    const asked = yearAsked(year, context.clock.now());
    return countRows<SupportStatistics>(context, SupportIssue, countsOf(asked, isSample ?? false));
  }
}

/** The index on the day of raising gives the year. */
const countsOf = (year: number, isSample: boolean): CountsAsked => ({
  groups: (row) => ({ month: `to_char(${row}.raised_on, 'YYYY-MM')` }),
  by: ['kind'],
  where: (statement, row) => {
    const of = statement.value(year, 'int');
    return `${row}.raised_on BETWEEN make_date(${of}, 1, 1) AND make_date(${of}, 12, 31)
      AND ${row}.sample = ${statement.value(isSample)}`;
  },
  counts: (statement, row) => {
    const isOpen = `${row}.state = ANY (${statement.value(OPEN_SUPPORT_STATES)})`;
    const days = `(${statement.now()} AT TIME ZONE 'Asia/Shanghai')::date - ${row}.raised_on`;
    return {
      raised: 'count(*)',
      takenUp: `count(${row}.taken_up_at)`,
      solved: `count(${row}.solved_on)`,
      confirmed: `count(${row}.confirmed_at)`,
      objected: `count(${row}.objection)`,
      open: `count(*) FILTER (WHERE ${isOpen})`,
      medianOpenDays: `percentile_disc(0.5) WITHIN GROUP (ORDER BY ${days}) FILTER (WHERE ${isOpen})`,
      longestOpenDays: `max(${days}) FILTER (WHERE ${isOpen})`,
    };
  },
});
