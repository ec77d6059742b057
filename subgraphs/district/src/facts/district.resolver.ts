import { batchOneByKey, listReference, zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Float, Int, Query, Resolver } from 'type-graphql';
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
    description: zhEn('区', 'The district; null while its subgraph is down'),
  })
  district(): District {
    return new District();
  }

  @FieldResolver(() => [DistrictFact], { description: zhEn('区情', 'All facts, each with its source') })
  facts(@Ctx() { database }: SubgraphContext): Promise<DistrictFact[]> {
    return listReference(database, DistrictFact);
  }

  @FieldResolver(() => Float, { nullable: true, description: zhEn('辖区面积(平方公里)', 'Area in km²') })
  areaKm2(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'AREA_KM2');
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: zhEn('山地面积占比(%)', 'Share of mountains in percent'),
  })
  mountainPercent(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'MOUNTAIN_PERCENT');
  }

  @FieldResolver(() => Int, { nullable: true, description: zhEn('镇数', 'Number of towns') })
  townCount(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'TOWN_COUNT');
  }

  @FieldResolver(() => Int, { nullable: true, description: zhEn('街道数', 'Number of streets') })
  streetCount(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'STREET_COUNT');
  }

  @FieldResolver(() => Int, { nullable: true, description: zhEn('常住人口(人)', 'Residents') })
  residents(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'RESIDENTS');
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: zhEn('改革试点起始年', 'Year in which the pilot began'),
  })
  reformPilotSince(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'REFORM_PILOT_SINCE');
  }
}
