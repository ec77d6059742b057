import { requireReading, sampleArgument } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Department, departmentOf } from '../district-references/references';
import { yearArgument, yearAsked } from '../foundation/statistics-arguments';
import type { StreetContext } from '../foundation/street-context';
import { Street } from '../foundation/street-interface';
import { departmentFigures } from './department-figures';
import { DepartmentStatistics } from './department-statistics';

@Resolver(() => Street)
export class StreetDepartmentStatisticsResolver {
  @FieldResolver(() => [DepartmentStatistics], {
    nullable: true,
    description: zhEn(
      '职能部门交办与落实统计(R14)；部门只见本部门的',
      'What departments were given in a year and did, computed from the records (R14). A department sees its own',
    ),
  })
  async departmentStatistics(
    @Arg('year', () => Int, yearArgument) year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: StreetContext,
  ): Promise<DepartmentStatistics[]> {
    const scope = requireReading(context, 'EVALUATION');
    const now = context.clock.now();
    const asked = { year: yearAsked(year, now), sample: isSample ?? false, now };
    const figures = await departmentFigures(context.database, asked);
    const own = scope.kind === 'SOME' ? scope.of.DEPARTMENT : undefined;
    return figures.filter(({ departmentCode }) => own === undefined || departmentCode === own);
  }
}

@Resolver(() => DepartmentStatistics)
export class DepartmentStatisticsResolver {
  @FieldResolver(() => Department, {
    nullable: true,
    description: zhEn('职能部门', 'Department. Null while the district’s subgraph is unavailable'),
  })
  department(@Root() { departmentCode }: DepartmentStatistics): Department {
    return departmentOf(departmentCode);
  }
}
