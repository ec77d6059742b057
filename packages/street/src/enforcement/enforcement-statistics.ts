import { requireReading, sampleArgument } from '@mtg/commands';
import { EnforcementForm, EnforcementKind } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, Directive, Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import { yearArgument, yearAsked } from '../foundation/statistics-arguments';
import type { StreetContext } from '../foundation/street-context';
import { Street } from '../foundation/street-interface';

/** Actions of one kind and form in a month. */
@Directive('@shareable')
@ObjectType({
  description: zhEn('执法行动统计', 'Number of enforcement actions of a kind and form in a month'),
})
class EnforcementStatistics {
  @Field(() => String, { description: zhEn('月份，如 2026-11', 'Month, e.g. 2026-11') })
  month: string;

  @Field(() => EnforcementKind, { description: zhEn('执法事项', 'Kind of problem') })
  kind: EnforcementKind;

  @Field(() => EnforcementForm, { description: zhEn('形式', 'Form') })
  form: EnforcementForm;

  @Field(() => Int, { description: zhEn('行动数', 'Number of actions') })
  actions: number;

  @Field(() => Int, { description: zhEn('其中有后续派单的', 'Number of those that an order follows') })
  followedUp: number;
}

/** $1 year, $2 sample or not, $3 the only department, or null. The index on the day gives the year. */
const BY_KIND_AND_MONTH = `
  SELECT to_char(action.day, 'YYYY-MM') AS month, action.kind, action.form, count(*)::int AS actions,
    count(action.follow_up_order_id)::int AS "followedUp"
  FROM enforcement_action action JOIN enforcement_mandate mandate ON mandate.id = action.mandate_id
  WHERE action.day BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) AND action.sample = $2
    AND action.deleted_at IS NULL AND ($3::text IS NULL OR mandate.department_code = $3)
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;

@Resolver(() => Street)
export class StreetEnforcementStatisticsResolver {
  @FieldResolver(() => [EnforcementStatistics], {
    nullable: true,
    description: zhEn(
      '执法行动统计：按月份、事项和形式(R33)；部门只见依其委托的',
      'Enforcement actions by month, kind and form (R33). A department sees those within its mandates',
    ),
  })
  enforcementStatistics(
    @Arg('year', () => Int, yearArgument) year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<EnforcementStatistics[]> {
    const scope = requireReading(context, 'ENFORCEMENT');
    const department = scope.kind === 'SOME' ? (scope.of.DEPARTMENT ?? null) : null;
    const asked = yearAsked(year, context.clock.now());
    return context.database.query(BY_KIND_AND_MONTH, [asked, isSample ?? false, department]);
  }
}
