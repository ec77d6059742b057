import { readScope } from '@mtg/access';
import { countRows, type CountsAsked, sampleArgument, yearOrAllArgument } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { yearAsked } from '../../foundation/statistics-arguments';
import type { StreetContext } from '../../foundation/street-context';
import { Street } from '../../foundation/street-interface';
import { NeedProposal } from '../../services/needs/need-proposal';
import { ServiceProject } from '../../services/projects/service-project';
import { NO_PROCUREMENT, ProcurementStatistics } from './procurement-statistics';

/** Rows that are counted: of one year or all, real or sample. */
interface Asked {
  readonly year: number | null;
  readonly sample: boolean;
}

type Counted = Partial<ProcurementStatistics> & Pick<ProcurementStatistics, 'year'>;

@Resolver(() => Street)
export class StreetProcurementStatisticsResolver {
  @FieldResolver(() => [ProcurementStatistics], {
    nullable: true,
    description: zhEn(
      '购买服务统计：各年度的需求建议、项目、合同金额和支出(R30)；只计可查阅的社区',
      'Proposals of needs, service projects, contracts and payments by year (R30), of the communities that the caller reads',
    ),
  })
  async procurementStatistics(
    @Arg('year', () => Int, yearOrAllArgument) year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<ProcurementStatistics[]> {
    const given = year ?? null;
    const asked = {
      year: given === null ? null : yearAsked(given, context.clock.now()),
      sample: isSample ?? false,
    };
    const readsFunds = readScope(context.actor, 'FUNDS', context.owner).kind !== 'NONE';
    const counted = [
      ...(await countRows<Counted>(context, NeedProposal, proposalsOf(asked))),
      ...(await countRows<Counted>(context, ServiceProject, projectsOf(asked, readsFunds))),
    ];
    const years = [...new Set(counted.map((each) => each.year))].toSorted((one, other) => one - other);
    return years.map((each) => ({
      ...NO_PROCUREMENT,
      ...(!readsFunds && { spent: null }),
      ...Object.assign({}, ...counted.filter((of) => of.year === each)),
      year: each,
    }));
  }
}

const proposedOn = (row: string): string => `(${row}.created_at AT TIME ZONE 'Asia/Shanghai')`;

const proposalsOf = ({ year, sample }: Asked): CountsAsked => ({
  groups: (row) => ({ year: `extract(year FROM ${proposedOn(row)})::int` }),
  where: (statement, row) => {
    // Midnight in Asia/Shanghai, in a form that an index on the time serves.
    const midnight = (of: number): string =>
      `(make_date(${statement.value(of, 'int')}, 1, 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`;
    const ofYear =
      year === null
        ? 'true'
        : `${row}.created_at >= ${midnight(year)} AND ${row}.created_at < ${midnight(year + 1)}`;
    return `${ofYear} AND ${row}.sample = ${statement.value(sample)}`;
  },
  counts: (_, row) => ({
    proposed: 'count(*)',
    forwarded: `count(*) FILTER (WHERE ${row}.state = 'FORWARDED')`,
    declined: `count(*) FILTER (WHERE ${row}.state = 'DECLINED')`,
  }),
});

const projectsOf = ({ year, sample }: Asked, readsFunds: boolean): CountsAsked => ({
  groups: (row) => ({ year: `extract(year FROM ${row}.starts_on)::int` }),
  where: (statement, row) => {
    const day = (of: number): string => `make_date(${statement.value(of, 'int')}, 1, 1)`;
    const ofYear =
      year === null ? 'true' : `${row}.starts_on >= ${day(year)} AND ${row}.starts_on < ${day(year + 1)}`;
    return `${ofYear} AND ${row}.sample = ${statement.value(sample)}`;
  },
  counts: (_, row) => ({
    projects: 'count(*)',
    inProgress: `count(*) FILTER (WHERE ${row}.state = 'IN_PROGRESS')`,
    accepted: `count(*) FILTER (WHERE ${row}.state = 'ACCEPTED')`,
    evaluated: `count(*) FILTER (WHERE ${row}.state = 'EVALUATED')`,
    terminated: `count(*) FILTER (WHERE ${row}.state = 'TERMINATED')`,
  }),
  amounts: (row) => ({
    agreed: `sum(${row}.amount)`,
    ...(readsFunds && {
      spent: `sum((SELECT sum(paid.amount) FROM expenditure paid WHERE paid.service_project_id = ${row}.id))`,
    }),
  }),
});
