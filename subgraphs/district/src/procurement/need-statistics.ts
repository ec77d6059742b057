import { requireReading, sampleArgument, yearOrAllArgument } from '@mtg/commands';
import { zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver } from 'type-graphql';
import { District } from '../facts/district';

/** Surveys and catalogue of a year. */
@ObjectType({
  description: zhEn(
    '购买服务需求统计：按年度；项目见各街道的 procurementStatistics',
    'Surveyed needs and the catalogue, by year. Projects stand in `procurementStatistics` of each street (R30)',
  ),
})
export class NeedStatistics {
  @Field(() => Int, { description: zhEn('年度', 'Year') })
  year: number;

  @Field(() => Int, { description: zhEn('需求调查数', 'Number of surveys') })
  surveys: number;

  @Field(() => Int, { description: zhEn('调查人数', 'Number of respondents of all surveys') })
  respondents: number;

  @Field(() => Int, { description: zhEn('调查所得需求数', 'Number of needs that the surveys found') })
  surveyedNeeds: number;

  @Field(() => ID, {
    nullable: true,
    description: zhEn(
      '年度目录的文号，未下发为空',
      'Number of the year’s catalogue, as corrected last. Null if none was issued',
    ),
  })
  catalogueNumber: string | null;

  @Field(() => Int, { description: zhEn('目录中的需求数', 'Number of needs in that catalogue') })
  catalogueNeeds: number;

  @Field(() => Int, {
    description: zhEn(
      '其中依据某项调查所得需求的',
      'Number of those that rest on a single need of the survey',
    ),
  })
  restingOnSurveyedNeeds: number;
}

/** $1 sample or not, $2 the only year, or null. Each table is counted by itself, so that no join counts a row twice. */
const BY_YEAR = `
  WITH survey AS (SELECT id, year, respondents FROM needs_survey
    WHERE sample = $1 AND deleted_at IS NULL AND ($2::int IS NULL OR year = $2)),
  surveyed AS (SELECT survey.year, count(*)::int AS needs FROM survey
    JOIN surveyed_need need ON need.survey_id = survey.id AND need.deleted_at IS NULL GROUP BY survey.year),
  asked AS (SELECT year, count(*)::int AS surveys, sum(respondents)::int AS respondents FROM survey GROUP BY year),
  catalogue AS (SELECT id, year, number FROM procurement_catalogue
    WHERE sample = $1 AND superseded_at IS NULL AND deleted_at IS NULL AND ($2::int IS NULL OR year = $2)),
  listed AS (SELECT catalogue.year, count(*)::int AS needs, count(need.surveyed_need_id)::int AS resting FROM catalogue
    JOIN procurement_need need ON need.catalogue_id = catalogue.id AND need.deleted_at IS NULL GROUP BY catalogue.year)
  SELECT year, coalesce(asked.surveys, 0) AS surveys, coalesce(asked.respondents, 0) AS respondents,
    coalesce(surveyed.needs, 0) AS "surveyedNeeds", catalogue.number AS "catalogueNumber",
    coalesce(listed.needs, 0) AS "catalogueNeeds", coalesce(listed.resting, 0) AS "restingOnSurveyedNeeds"
  FROM asked FULL JOIN catalogue USING (year) LEFT JOIN surveyed USING (year) LEFT JOIN listed USING (year)
  ORDER BY year`;

@Resolver(() => District)
export class NeedStatisticsResolver {
  @FieldResolver(() => [NeedStatistics], {
    nullable: true,
    description: zhEn(
      '购买服务需求统计：各年度的调查和目录(R30)',
      'Surveys of needs and catalogues, by year (R30)',
    ),
  })
  async needStatistics(
    @Arg('year', () => Int, yearOrAllArgument) year: number | null,
    @Arg('sample', () => Boolean, sampleArgument) isSample: boolean | null,
    @Ctx() context: SubgraphContext,
  ): Promise<NeedStatistics[]> {
    requireReading(context, 'PROCUREMENT');
    return context.database.query(BY_YEAR, [isSample ?? false, year ?? null]);
  }
}
