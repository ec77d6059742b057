import { requireReading } from '@mtg/commands';
import { localDay, r30 } from '@mtg/governance';
import { zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver } from 'type-graphql';
import { District } from '../facts/district';

/** A year that is over and has no catalogue (R30). */
@ObjectType({ description: zhEn('没有购买服务目录的年份', 'Year that is over and has no catalogue (R30)') })
export class MissingCatalogue {
  @Field(() => Int, { description: zhEn('年份', 'Year') })
  year: number;

  @Field(() => String, { description: zhEn('违规说明', 'Text of the finding') })
  message: string;
}

/** Years of real surveys and catalogues; from the first of them on, the district is expected to issue one a year. */
const YEARS = `
  SELECT min(year) AS first, coalesce(array_agg(DISTINCT year) FILTER (WHERE is_catalogue), '{}') AS issued
  FROM (SELECT year, true AS is_catalogue FROM procurement_catalogue WHERE NOT sample AND deleted_at IS NULL
    UNION ALL SELECT year, false FROM needs_survey WHERE NOT sample AND deleted_at IS NULL) AS known`;

/** Looks back at the years of catalogues (R30). */
@Resolver(() => District)
export class MissingCataloguesResolver {
  @FieldResolver(() => [MissingCatalogue], {
    nullable: true,
    description: zhEn(
      '没有购买服务目录的年份，自首次登记调查或目录之年起(R30)',
      'Years that are over and have no catalogue, from the year of the first survey or catalogue on (R30)',
    ),
  })
  async missingCatalogues(@Ctx() context: SubgraphContext): Promise<MissingCatalogue[]> {
    requireReading(context, 'PROCUREMENT');
    const [known]: readonly { first: number | null; issued: number[] }[] =
      await context.database.query(YEARS);
    const today = localDay(context.clock.now());
    const first = known?.first ?? null;
    if (first === null) return [];
    const catalogues = (known?.issued ?? []).map((year) => ({ year }));
    const years = Array.from(
      { length: Math.max(0, Number(today.slice(0, 4)) - first) },
      (_, at) => first + at,
    );
    return years.flatMap((year) =>
      r30
        .check({ year: String(year), today, catalogues })
        .map(({ message: { zh, en } }) => ({ year, message: `${zh} · ${en}` })),
    );
  }
}
