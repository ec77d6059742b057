import { requireReading, rowsById, sampleArgument } from '@mtg/commands';
import { FRUITLESS_WORK_ORDER_STATES, OPEN_WORK_ORDER_STATES } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Project } from '../../dispatch/projects/project';
import type { StreetContext } from '../../foundation/street-context';
import { Street } from '../../foundation/street-interface';
import { ProjectSpending, StreetFunds } from './fund-statistics';

/** Each table is added up by itself, so that no join counts a row twice, and for the receipts that are asked for alone. */
const FUNDS_BY_KIND = `
  WITH receipt AS (SELECT id, year, kind, amount FROM fund_receipt
    WHERE outcome = 'ACKNOWLEDGED' AND sample = $1 AND ($2::int IS NULL OR year = $2)),
  spent AS (SELECT receipt_id, sum(paid.amount) AS amount FROM expenditure paid
    JOIN receipt ON receipt.id = receipt_id GROUP BY receipt_id),
  back AS (SELECT receipt_id, sum(answer.amount) AS amount FROM fund_recall_answer answer
    JOIN receipt ON receipt.id = receipt_id WHERE outcome = 'AGREED' GROUP BY receipt_id)
  SELECT year, kind, sum(receipt.amount)::text AS acknowledged,
    coalesce(sum(back.amount), 0)::numeric(15,2)::text AS "givenBack",
    coalesce(sum(spent.amount), 0)::numeric(15,2)::text AS spent,
    (sum(receipt.amount) - coalesce(sum(back.amount), 0) - coalesce(sum(spent.amount), 0))::text AS left
  FROM receipt LEFT JOIN spent ON spent.receipt_id = receipt.id LEFT JOIN back ON back.receipt_id = receipt.id
  GROUP BY year, kind ORDER BY year, kind`;

/** Without the money of service projects, of which `serviceSpending` tells. Orders are looked up project by project, by their index. */
const SPENDING_BY_PROJECT = `
  WITH spent AS (
    SELECT coalesce(expenditure.project_id, work_order.project_id) AS project_id, sum(expenditure.amount) AS amount
    FROM expenditure LEFT JOIN work_order ON work_order.id = expenditure.work_order_id
    JOIN fund_receipt receipt ON receipt.id = expenditure.receipt_id
    WHERE expenditure.sample = $1 AND ($2::int IS NULL OR receipt.year = $2)
      AND coalesce(expenditure.project_id, work_order.project_id) IS NOT NULL GROUP BY 1)
  SELECT spent.project_id AS "projectId", spent.amount::text AS spent, orders.total AS orders,
    orders.verified AS "verifiedOrders"
  FROM spent CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, count(*) FILTER (WHERE state <> ALL ($3))::int AS verified
    FROM work_order WHERE project_id = spent.project_id AND deleted_at IS NULL AND state <> ALL ($4)) AS orders
  ORDER BY spent.amount DESC, spent.project_id`;

const projectById = rowsById(Project);

@Resolver(() => Street)
export class StreetFundStatisticsResolver {
  @FieldResolver(() => [StreetFunds], {
    nullable: true,
    description: zhEn(
      '资金统计：按年度和类别，已确认、已收回、已支出、尚可支出',
      'Funds by year and kind: acknowledged, given back, spent and left',
    ),
  })
  fundStatistics(
    @Arg('year', () => Int, { nullable: true, description: zhEn('预算年度', 'Year of the budget') })
    year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<StreetFunds[]> {
    requireReading(context, 'FUNDS');
    return context.database.query(FUNDS_BY_KIND, [isSample ?? false, year ?? null]);
  }

  @FieldResolver(() => [ProjectSpending], {
    nullable: true,
    description: zhEn(
      '项目支出与进度，支出多的在前',
      'Spending on projects against the progress of their work orders, greatest first',
    ),
  })
  projectSpending(
    @Arg('year', () => Int, { nullable: true, description: zhEn('预算年度', 'Year of the budget') })
    year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<ProjectSpending[]> {
    requireReading(context, 'FUNDS');
    return context.database.query(SPENDING_BY_PROJECT, [
      isSample ?? false,
      year ?? null,
      [...OPEN_WORK_ORDER_STATES],
      [...FRUITLESS_WORK_ORDER_STATES],
    ]);
  }
}

@Resolver(() => ProjectSpending)
export class ProjectSpendingResolver {
  @FieldResolver(() => Project, { nullable: true, description: zhEn('项目', 'Project') })
  project(@Root() { projectId }: ProjectSpending, @Ctx() context: StreetContext) {
    return context.loaders.get(projectById, context).load(projectId);
  }
}
