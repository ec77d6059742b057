import { CenterType, findReference, zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Resolver } from 'type-graphql';
import type { StreetContext } from '../foundation/street-context';
import { Street } from '../foundation/street-interface';
import { Community } from './community';
import { FunctionalCenter } from './functional-center';
import { communityByCode } from './organization.repository';

/** One thing of the organization, by what it is known by. */
@Resolver(() => Street)
export class StreetOrganizationResolver {
  @FieldResolver(() => FunctionalCenter, {
    nullable: true,
    description: zhEn('按类型取中心', 'Center of this type'),
  })
  center(
    @Arg('type', () => CenterType, { description: zhEn('中心类型', 'Type of the center') }) type: CenterType,
    @Ctx() { database }: StreetContext,
  ): Promise<FunctionalCenter | null> {
    return findReference(database, FunctionalCenter, { type });
  }

  @FieldResolver(() => Community, {
    nullable: true,
    description: zhEn('按代码取社区', 'Community with this code'),
  })
  community(
    @Arg('code', () => ID, {
      description: zhEn('统计用区划代码(12位)', 'Statistical division code, 12 digits'),
    })
    code: string,
    @Ctx() { database, profile }: StreetContext,
  ): Promise<Community | null> {
    return communityByCode(database, profile, code);
  }
}
