import { readRows, type ReadRow } from '@mtg/commands';
import { AppointmentState } from '@mtg/governance';
import { batchOneByKey, groupByKey, zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { Community } from '../../organization/community';
import type { StreetContext } from '../../foundation/street-context';
import { Street } from '../../foundation/street-interface';
import { findBody, listBodies } from './bodies';
import { Body } from './body';
import { BodyMember } from './body-member';

const communitiesByCode = batchOneByKey(Community, 'code');

/** The list of all members states the readers of memberships. */
const membersByBody =
  (context: SubgraphContext) =>
  async (codes: readonly string[]): Promise<ReadRow<BodyMember>[][]> => {
    const rows = await readRows(context, BodyMember, {
      where: (statement, row) => `${row}.body_code = ANY (${statement.value(codes)})`,
    });
    return groupByKey(codes, rows, ({ bodyCode }) => bodyCode);
  };

/** Bodies as such are there for everybody; who sits in them is not. */
@Resolver(() => Street)
export class StreetBodiesResolver {
  @FieldResolver(() => [Body], {
    nullable: true,
    description: zhEn('议事协调机构', 'Deliberative bodies: the street’s two, then those of its communities'),
  })
  bodies(@Ctx() { database, profile }: StreetContext): Promise<Body[]> {
    return listBodies(database, profile.identity);
  }

  @FieldResolver(() => Body, { nullable: true, description: zhEn('按代码取机构', 'Body with this code') })
  body(
    @Arg('code', () => ID, { description: zhEn('机构代码', 'Code of the body') }) code: string,
    @Ctx() { database, profile }: StreetContext,
  ): Promise<Body | null> {
    return findBody(database, profile.identity, code);
  }
}

@Resolver(() => Body)
export class BodyResolver {
  @FieldResolver(() => Community, {
    nullable: true,
    description: zhEn('所属社区', 'Community of the body. Null for the street’s bodies'),
  })
  community(@Root() { communityCode }: Body, @Ctx() { loaders, database }: StreetContext) {
    return communityCode === null ? null : loaders.get(communitiesByCode, database).load(communityCode);
  }

  @FieldResolver(() => [BodyMember], {
    nullable: true,
    description: zhEn('成员，默认只列在任的', 'Members. By default only those in office'),
  })
  async members(
    @Root() { code }: Body,
    @Arg('state', () => AppointmentState, {
      nullable: true,
      defaultValue: AppointmentState.APPOINTED,
      description: zhEn('状态；null 为全部', 'State. Null for all states'),
    })
    state: AppointmentState | null,
    @Ctx() context: StreetContext,
  ): Promise<ReadRow<BodyMember>[]> {
    const members = await context.loaders.get(membersByBody, context).load(code);
    return state === null ? members : members.filter((member) => member.state === state);
  }
}

@Resolver(() => BodyMember)
export class BodyMemberResolver {
  @FieldResolver(() => Body, { nullable: true, description: zhEn('所在机构', 'Body of the member') })
  body(@Root() { bodyCode }: BodyMember, @Ctx() { database, profile }: StreetContext): Promise<Body | null> {
    return findBody(database, profile.identity, bodyCode);
  }
}
