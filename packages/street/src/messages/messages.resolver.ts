import { ROLE_ENTRIES } from '@mtg/access';
import { readPageArgs, requireReading } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { In, IsNull } from 'typeorm';
import type { StreetContext } from '../foundation/street-context';
import { Street } from '../foundation/street-interface';
import { Message } from './message';

/** Messages of a street to the caller. */
@Resolver(() => Street)
export class MessagesResolver {
  @FieldResolver(() => [Message], {
    nullable: true,
    description: zhEn(
      '给本人的待办提醒，新的在前；每个检查周期（SWEEP_SECONDS，默认60秒）写一次，因此事项开始等待后，最迟一个周期加检查所需时间即可查到',
      'Messages to the caller in the role of the token, newest first. People of other streets have none. They are written once in each round of checks (SWEEP_SECONDS, 60 by default): a message is there at most one round, and the time that the round takes, after its matter begins to wait',
    ),
  })
  async messages(
    @Arg('waiting', () => Boolean, {
      defaultValue: true,
      description: zhEn('只列仍在等待的，默认是', 'True lists those whose matter still waits (default true)'),
    })
    waiting: boolean,
    @Arg('first', () => Int, {
      nullable: true,
      description: zhEn(
        '最多几项，默认50，最多500',
        'Maximum number of messages to return (default 50, at most 500)',
      ),
    })
    first: number | null,
    @Ctx() context: StreetContext,
  ): Promise<Message[]> {
    const { actor, owner, database } = context;
    const { size } = readPageArgs({ first: first ?? null });
    // Without a token there is no caller to whom anything belongs.
    if (!actor) requireReading(context, 'DISPATCH');
    if (!actor || (ROLE_ENTRIES[actor.role].required.includes('street') && actor.street !== owner)) return [];
    const { role, center, community, department } = actor;
    const to = { CENTER: center, COMMUNITY: community, DEPARTMENT: department };
    const places = Object.entries(to).flatMap(([placeKind, place]) =>
      place === undefined ? [] : [{ placeKind, place }],
    );
    return database.getRepository(Message).find({
      where: [{ placeKind: '', place: '' }, ...places].map((place) => ({
        ...place,
        role: In([role]),
        ...(waiting && { endedAt: IsNull() }),
      })),
      order: { id: 'DESC' },
      take: size,
    });
  }
}
