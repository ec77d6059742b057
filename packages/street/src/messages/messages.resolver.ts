import { readPageArgs, requireReading } from '@mtg/commands';
import { zhEn } from '@mtg/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Resolver } from 'type-graphql';
import { In, IsNull, Raw, type FindOptionsWhere } from 'typeorm';
import type { StreetContext } from '../foundation/street-context';
import { Street } from '../foundation/street-interface';
import { addressedTo } from './addressed-to';
import { Message } from './message';
import { MessageReading } from './message-reading';

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
    @Arg('unread', () => Boolean, {
      defaultValue: false,
      description: zhEn(
        '只列本人未读的，默认否；已读的以 markMessageRead 标记',
        'True lists those that the caller has not marked as read with markMessageRead (default false)',
      ),
    })
    unread: boolean,
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
    const { size } = readPageArgs({ first: first ?? null });
    const where = addressedToCaller(context).map((message) => ({
      ...message,
      ...(waiting && { endedAt: IsNull() }),
      ...(unread && unreadBy(context)),
    }));
    const { database, actor } = context;
    if (!actor || where.length === 0) return [];
    const messages = await database.getRepository(Message).find({ where, order: { id: 'DESC' }, take: size });
    const readings = await database
      .getRepository(MessageReading)
      .findBy({ messageId: In(messages.map(({ id }) => id)), reader: actor.subject });
    const times = new Map(readings.map(({ messageId, createdAt }) => [messageId, createdAt]));
    return messages.map((message) => Object.assign(message, { readAt: times.get(message.id) ?? null }));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: zhEn(
      '给本人而未读、仍在等待的提醒数',
      'Number of messages to the caller that are unread and whose matter still waits',
    ),
  })
  async unreadMessages(@Ctx() context: StreetContext): Promise<number> {
    const where = addressedToCaller(context).map((message) => ({
      ...message,
      endedAt: IsNull(),
      ...unreadBy(context),
    }));
    return where.length === 0 ? 0 : context.database.getRepository(Message).countBy(where);
  }
}

/** @throws PublicError UNAUTHENTICATED without a token: there is no caller to whom anything belongs */
function addressedToCaller(context: StreetContext): FindOptionsWhere<Message>[] {
  const { actor, owner } = context;
  if (!actor) requireReading(context, 'DISPATCH');
  return actor ? addressedTo(actor, owner) : [];
}

const unreadBy = ({ actor }: StreetContext): FindOptionsWhere<Message> => ({
  id: Raw(
    (id) =>
      `NOT EXISTS (SELECT FROM message_reading own WHERE own.message_id = ${id} AND own.reader = :reader)`,
    { reader: actor?.subject ?? '' },
  ),
});
