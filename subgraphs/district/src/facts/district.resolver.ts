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
    description: zhEn('区', 'The district; null while its subgraph is down'),
  })
  district(): District {
    return new District();
  }

  @FieldResolver(() => [DistrictFact], { description: zhEn('区情', 'All facts, each with its source') })
  facts(@Ctx() { database }: SubgraphContext): Promise<DistrictFact[]> {
    return listReference(database, DistrictFact);
  }

  @FieldResolver(() => DistrictFact, {
    nullable: true,
    description: zhEn('按代码取区情', 'One fact by its code, with its source and time'),
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
    description: zhEn('辖区面积(平方公里)', 'Area in km²; source: fact AREA_KM2'),
  })
  areaKm2(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'AREA_KM2');
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: zhEn('山地面积占比(%)', 'Share of mountains in percent; source: fact MOUNTAIN_PERCENT'),
  })
  mountainPercent(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'MOUNTAIN_PERCENT');
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: zhEn('镇数', 'Number of towns; source: fact TOWN_COUNT'),
  })
  townCount(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'TOWN_COUNT');
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: zhEn('街道数', 'Number of streets; source: fact STREET_COUNT'),
  })
  streetCount(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'STREET_COUNT');
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: zhEn('常住人口(人)', 'Residents; source: fact RESIDENTS'),
  })
  residents(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'RESIDENTS');
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: zhEn('改革试点起始年', 'Year in which the pilot began; source: fact REFORM_PILOT_SINCE'),
  })
  reformPilotSince(@Ctx() context: SubgraphContext): Promise<number | null> {
    return figure(context, 'REFORM_PILOT_SINCE');
  }
}
