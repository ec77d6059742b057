import { requireReading, sampleArgument, yearOrAllArgument } from '@mtg/commands';
import { zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { District } from '../../facts/district';
import { findStreet } from '../../streets/street';
import { BudgetStatistics, TransferStatistics } from './fund-statistics';

const BUDGETS_BY_KIND = `
  SELECT year, kind, sum(amount)::text AS budgeted,
    sum(CASE WHEN reverses_id IS NULL THEN budget_line_committed(id) ELSE 0 END)::numeric(15,2)::text AS committed,
    sum(budget_line_left(id))::text AS left
  FROM budget_line WHERE sample = $1 AND ($2::int IS NULL OR year = $2)
  GROUP BY year, kind ORDER BY year, kind`;

/** Recalls are added up by transfer first, so that no join counts a transfer twice. */
const TRANSFERS_BY_STREET = `
  WITH offered AS (
    SELECT transfer.id, transfer.street_code, transfer.amount, transfer.state, line.year, line.kind
    FROM fund_transfer transfer JOIN budget_line line ON line.id = transfer.budget_line_id
    WHERE transfer.sample = $1 AND transfer.state <> 'DECLINED' AND ($2::int IS NULL OR line.year = $2)
      AND ($3::text IS NULL OR transfer.street_code = $3)),
  back AS (SELECT transfer_id, sum(recall.amount) AS amount FROM fund_recall recall
    JOIN offered ON offered.id = transfer_id WHERE recall.state = 'AGREED' GROUP BY transfer_id)
  SELECT street_code AS "streetCode", year, kind, sum(offered.amount)::text AS transferred,
    coalesce(sum(offered.amount) FILTER (WHERE state = 'ACKNOWLEDGED'), 0)::numeric(15,2)::text AS acknowledged,
    coalesce(sum(back.amount), 0)::numeric(15,2)::text AS recalled
  FROM offered LEFT JOIN back ON back.transfer_id = offered.id
  GROUP BY street_code, year, kind ORDER BY street_code, year, kind`;

@Resolver(() => District)
export class FundStatisticsResolver {
  @FieldResolver(() => [BudgetStatistics], {
    nullable: true,
    description: zhEn(
      '预算统计：预算、已拨出、尚可拨',
      'Budgets by year and kind: budgeted, committed and left',
    ),
  })
  async budgetStatistics(
    @Arg('year', () => Int, yearOrAllArgument) year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: SubgraphContext,
  ): Promise<BudgetStatistics[]> {
    // Lines belong to no street.
    if (requireReading(context, 'BUDGETS').kind !== 'ALL') return [];
    return context.database.query(BUDGETS_BY_KIND, [isSample ?? false, year ?? null]);
  }

  @FieldResolver(() => [TransferStatistics], {
    nullable: true,
    description: zhEn(
      '转拨统计：按街道、年度、类别；支出见各街道的 fundStatistics',
      'Transfers by street, year and kind. What is spent stands in `fundStatistics` of each street',
    ),
  })
  async transferStatistics(
    @Arg('year', () => Int, yearOrAllArgument) year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: SubgraphContext,
  ): Promise<TransferStatistics[]> {
    const scope = requireReading(context, 'BUDGETS');
    const own = scope.kind === 'ALL' ? null : (scope.of.STREET ?? '');
    const rows: Omit<TransferStatistics, 'street'>[] = await context.database.query(TRANSFERS_BY_STREET, [
      isSample ?? false,
      year ?? null,
      own,
    ]);
    return rows.map((row) => ({ ...row, street: findStreet(row.streetCode) }));
  }
}
