import {
  DISTRICT_COMMAND_NAMES,
  mayGiveAny,
  ROLE_ENTRIES,
  STREET_COMMAND_NAMES,
  type Actor,
} from '@mtg/access';
import { namedCommand, type NamedCommand } from '@mtg/commands';
import { refuse, zhEn, type SubgraphContext } from '@mtg/subgraph-kit';
import { STREETS } from '@mtg/subgraphs';
import { Ctx, Query, Resolver } from 'type-graphql';
import { departmentByCode } from '../departments/department.resolver';
import { findStreet } from '../streets/street';
import { expiryOf } from './token-expiry';
import { WhoAmI } from './who-am-i';

@Resolver()
export class WhoAmIResolver {
  @Query(() => WhoAmI, {
    nullable: true,
    description: zhEn(
      '调用者是谁：人员、角色、范围、可下达的命令',
      'Tells who the caller is: person, role, scope, commands. Null while the district’s subgraph is unavailable',
    ),
  })
  async whoAmI(@Ctx() { actor, authorization, loaders, database }: SubgraphContext): Promise<WhoAmI> {
    if (!actor) {
      throw refuse.because('UNAUTHENTICATED', {
        zh: '没有令牌，不知调用者是谁。请出示令牌（Authorization: Bearer …）',
        en: 'There is no token to tell who you are. Send one (Authorization: Bearer …)',
      });
    }
    const { label, center } = ROLE_ENTRIES[actor.role];
    const { department } = actor;
    return {
      subject: actor.subject,
      name: actor.name ?? null,
      role: actor.role,
      roleName: `${label.zh} · ${label.en}`,
      street: actor.street === undefined ? null : findStreet(actor.street),
      center: actor.center ?? center ?? null,
      community: actor.community ?? null,
      department:
        department === undefined ? null : await loaders.get(departmentByCode, database).load(department),
      commands: commandsOf(actor),
      validUntil: expiryOf(authorization),
    };
  }
}

/** The commands that an actor may give in the own street, or in any where the role belongs to the district. */
function commandsOf(actor: Actor): readonly NamedCommand[] {
  const street = actor.street ?? STREETS[0]?.code ?? '';
  return [...STREET_COMMAND_NAMES, ...DISTRICT_COMMAND_NAMES]
    .filter((command) => mayGiveAny(actor, [command], street))
    .map(namedCommand);
}
