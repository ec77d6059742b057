import {
  batchOneByKey,
  listReference,
  requireReference,
  zhEn,
  type SubgraphContext,
} from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Float, ID, Int, Query, Resolver } from 'type-graphql';
import { District } from './district';
import { DistrictFact } from './district-fact';

const factByCode = batchOneByKey(DistrictFact, 'code');

async function figure({ loaders, database }: SubgraphContext, code: string): Promise<number | null> {
  const fact = await loaders.get(factByCode, database).load(code);
  return fact?.number ?? null;
}

@Resolver(() => District)
export class DistrictResolver {
  @Query(() => District, {
    nullable: true,
    description: zhEn('区', 'The district. Null while its subgraph is unavailable'),
  })
  district(): District {
    return new District();
  }

  @FieldResolver(() => [DistrictFact], {
    description: zhEn('区情', 'Facts about the district, each with its source'),
  })
  facts(@Ctx() { database }: SubgraphContext): Promise<DistrictFact[]> {
    return listReference(database, DistrictFact);
  }

  @FieldResolver(() => DistrictFact, {
    nullable: true,
    description: zhEn('按代码取区情', 'Fact with this code'),
  })
  fact(
    @Arg('code', () => ID, { description: zhEn('代码，如 AREA_KM2', 'Code of the fact, e.g. AREA_KM2') })
    code: string,
    @Ctx() { database }: SubgraphContext,
  ): Promise<DistrictFact> {
    return requireReference(database, DistrictFact, code, { zh: '区情', en: 'fact' });
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: zhEn('辖区面积(平方公里)', 'Area in km². From fact AREA_KM2'),
  })
  areaKm2(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'AREA_KM2');
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: zhEn('山地面积占比(%)', 'Share of mountains in percent. From fact MOUNTAIN_PERCENT'),
  })
  mountainPercent(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'MOUNTAIN_PERCENT');
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: zhEn('镇数', 'Number of towns. From fact TOWN_COUNT'),
  })
  townCount(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'TOWN_COUNT');
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: zhEn('街道数', 'Number of streets. From fact STREET_COUNT'),
  })
  streetCount(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'STREET_COUNT');
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: zhEn('常住人口(人)', 'Number of permanent residents. From fact RESIDENTS'),
  })
  residents(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'RESIDENTS');
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: zhEn('改革试点起始年', 'First year of the reform pilot. From fact REFORM_PILOT_SINCE'),
  })
  reformPilotSince(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'REFORM_PILOT_SINCE');
  }
}
