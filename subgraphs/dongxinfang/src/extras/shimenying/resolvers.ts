import { Community, type StreetContext } from '@mtg/street';
import { findReference, zhEn, type Class } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { servedCommunities } from './served-communities.repository';
import { ShimenyingCenter } from './shimenying-center';

@Resolver(() => ShimenyingCenter)
class ShimenyingCenterResolver {
  @FieldResolver(() => [Community], {
    description: zhEn(
      '服务的社区(按名称推定)',
      'Communities served, by code. Inferred from their names, since no source lists them',
    ),
  })
  communities(@Ctx() { database }: StreetContext): Promise<Community[]> {
    return servedCommunities(database);
  }
}

/** Adds the center to the street's own type under a name of its own. */
export function shimenyingResolvers(streetType: Class): readonly Class[] {
  @Resolver(() => streetType)
  class DongxinfangResolver {
    @FieldResolver(() => ShimenyingCenter, {
      nullable: true,
      description: zhEn('石门营新区服务中心', 'Service center of the Shimenying new area'),
    })
    shimenyingCenter(@Ctx() { database }: StreetContext): Promise<ShimenyingCenter | null> {
      return findReference(database, ShimenyingCenter);
    }
  }
  return [ShimenyingCenterResolver, DongxinfangResolver];
}
