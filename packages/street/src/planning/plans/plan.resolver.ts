import { countRows, readRows, sampleArgument, type CountsAsked } from '@mtg/commands';
import { localDay, PlanKind, type LocalDay } from '@mtg/governance';
import { LocalDate, zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { yearAsked } from '../../foundation/statistics-arguments';
import type { StreetContext } from '../../foundation/street-context';
import { Street } from '../../foundation/street-interface';
import { allCenters } from '../../organization/organization.repository';
import { withDue } from '../dues/due-counts';
import { duePeriods } from './due-plans';
import { MissingPlan, PlanCount } from './missing-plan';
import { Plan, planDue } from './plan';

const YEAR = zhEn('年度', 'Year');
const DUE_BY = zhEn(
  '应确定的日期不晚于此日，默认今天',
  'Plans due until this day. Default: today, Asia/Shanghai',
);

/** The scalar gives a day as midnight in UTC. */
const dayOf = (given: Date | null, now: Date): LocalDay =>
  given === null ? localDay(now) : given.toISOString().slice(0, 10);

/** Which plans there are, and which are missing (R17). */
@Resolver(() => Street)
export class StreetPlansResolver {
  @FieldResolver(() => [MissingPlan], {
    nullable: true,
    description: zhEn(
      '各中心所缺的计划(R17)',
      'Plans of a year that centers lack, by center and period (R17)',
    ),
  })
  async missingPlans(
    @Arg('year', () => Int, { description: YEAR }) year: number,
    @Arg('dueBy', () => LocalDate, { nullable: true, description: DUE_BY }) dueBy: Date | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<MissingPlan[]> {
    const now = context.clock.now();
    yearAsked(year, now);
    const plans = await readRows(context, Plan, {
      where: (statement, row) =>
        `${row}.year = ${statement.value(year)} AND ${row}.sample = ${statement.value(isSample ?? false)} AND ${row}.amended_at IS NULL`,
    });
    const centers = await allCenters(context.database, context.profile);
    return centers.flatMap((center) => {
      const own = plans.filter(({ centerCode }) => centerCode === center.code);
      return duePeriods(year, dayOf(dueBy ?? null, now)).flatMap(({ kind, period, dueOn }) => {
        const ofPeriod = own.filter((plan) => plan.period === period);
        if (ofPeriod.some(({ state }) => state === 'ADOPTED')) return [];
        return {
          centerCode: center.code,
          // An entity of a center is what its type in the schema shows.
          center: center as unknown as MissingPlan['center'],
          kind,
          period,
          dueOn,
          overdue: dueOn < localDay(now),
          planId: ofPeriod[0]?.id ?? null,
          state: ofPeriod[0]?.state ?? null,
        };
      });
    });
  }

  @FieldResolver(() => [PlanCount], {
    nullable: true,
    description: zhEn('中心计划统计(R17)', 'Numbers of plans of a year, by center and kind (R17)'),
  })
  async planCounts(
    @Arg('year', () => Int, { description: YEAR }) year: number,
    @Arg('dueBy', () => LocalDate, { nullable: true, description: DUE_BY }) dueBy: Date | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<PlanCount[]> {
    yearAsked(year, context.clock.now());
    const periods = duePeriods(year, dayOf(dueBy ?? null, context.clock.now()));
    const asked = planCountsOf(
      year,
      periods.map(({ period }) => period),
      isSample ?? false,
    );
    const counted = await countRows<PlanKey & typeof NONE>(context, Plan, asked);
    const centers = await allCenters(context.database, context.profile);
    const dues = centers.flatMap(({ code: centerCode }) =>
      Object.values(PlanKind).map((kind) => ({
        centerCode,
        kind,
        due: periods.filter((each) => each.kind === kind).length,
      })),
    );
    return withDue<PlanKey, typeof NONE>(['centerCode', 'kind'], { dues, counted, none: NONE });
  }
}

type PlanKey = Pick<PlanCount, 'centerCode' | 'kind'>;

const NONE = { adopted: 0, inTime: 0, amended: 0 };

/** Counts of adopted plans that were due; an amendment is no second plan. */
const planCountsOf = (year: number, periods: readonly string[], isSample: boolean): CountsAsked => ({
  by: ['centerCode', 'kind'],
  where: (statement, row) =>
    `${row}.year = ${statement.value(year)} AND ${row}.period = ANY (${statement.value(periods)}) AND ${row}.sample = ${statement.value(isSample)} AND ${row}.state = 'ADOPTED'`,
  counts: (_, row) => ({
    adopted: `count(DISTINCT ${row}.period)`,
    inTime: `count(DISTINCT ${row}.period) FILTER (WHERE ${row}.adopted_on <= ${planDue(row)})`,
    amended: `count(*) FILTER (WHERE ${row}.previous_id IS NOT NULL)`,
  }),
});
