import { requireReading, rowsById, sampleArgument } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { StreetContext } from '../../foundation/street-context';
import { Street } from '../../foundation/street-interface';
import { ServiceProject } from '../../services/projects/service-project';
import { ServiceSpending } from './service-spending';

/** Milestones are looked up project by project, by their index. */
const SPENDING_BY_SERVICE = `
  WITH spent AS (
    SELECT service_project_id, sum(expenditure.amount) AS amount
    FROM expenditure JOIN fund_receipt receipt ON receipt.id = expenditure.receipt_id
    WHERE expenditure.sample = $1 AND ($2::int IS NULL OR receipt.year = $2) AND service_project_id IS NOT NULL
    GROUP BY service_project_id)
  SELECT project.id AS "serviceProjectId", project.amount::text AS amount, spent.amount::text AS spent,
    reached.total AS milestones, reached.done AS "reachedMilestones"
  FROM spent JOIN service_project project ON project.id = spent.service_project_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS total, count(reached_on)::int AS done
    FROM service_milestone WHERE service_project_id = project.id AND deleted_at IS NULL) AS reached
  ORDER BY spent.amount DESC, project.id`;

const serviceProjectById = rowsById(ServiceProject);

@Resolver(() => Street)
export class StreetServiceSpendingResolver {
  @FieldResolver(() => [ServiceSpending], {
    nullable: true,
    description: zhEn(
      '购买服务项目支出与进度，支出多的在前',
      'Spending on service projects against their amounts and milestones, greatest first',
    ),
  })
  serviceSpending(
    @Arg('year', () => Int, { nullable: true, description: zhEn('预算年度', 'Year of the budget') })
    year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<ServiceSpending[]> {
    requireReading(context, 'FUNDS');
    return context.database.query(SPENDING_BY_SERVICE, [isSample ?? false, year ?? null]);
  }
}

@Resolver(() => ServiceSpending)
export class ServiceSpendingResolver {
  @FieldResolver(() => ServiceProject, {
    nullable: true,
    description: zhEn('购买服务项目', 'Service project'),
  })
  serviceProject(@Root() { serviceProjectId }: ServiceSpending, @Ctx() context: StreetContext) {
    return context.loaders.get(serviceProjectById, context).load(serviceProjectId);
  }
}
