import { zhEn } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { ROLE_ENTRIES } from '@mtg/access';
import type { StreetContext } from '../foundation/street-context';
import { Street } from '../foundation/street-interface';
import { Center } from './center';
import { centersByCode } from './centers-by-code';
import { Community } from './community';
import { communityByCode } from './organization.repository';

/** The place of the caller in the street, by the claims of the token. */
@Resolver(() => Street)
export class OwnPlaceResolver {
  @FieldResolver(() => Center, {
    nullable: true,
    description: zhEn(
      '调用者所在的中心',
      'Center of the caller. Null for callers without one in this street',
    ),
  })
  async myCenter(@Ctx() context: StreetContext): Promise<unknown> {
    const { actor, owner, loaders } = context;
    const code = actor && (actor.center ?? ROLE_ENTRIES[actor.role].center);
    if (code === undefined || actor?.street !== owner) return null;
    return loaders.get(centersByCode, context).load(code);
  }

  @FieldResolver(() => Community, {
    nullable: true,
    description: zhEn(
      '调用者所在的社区',
      'Community of the caller. Null for callers without one in this street',
    ),
  })
  async myCommunity(@Ctx() { actor, owner, database, profile }: StreetContext): Promise<Community | null> {
    if (actor?.community === undefined || actor.street !== owner) return null;
    return communityByCode(database, profile, actor.community);
  }
}
