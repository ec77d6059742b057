import type { Actor } from '@mtg/access';
import { field, type CommandTarget } from '@mtg/commands';
import { MessagePlace, shownCode } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { defineCommand, type StreetTransaction } from '../../foundation/street-commands';
import { addressedTo } from '../addressed-to';
import { Message } from '../message';
import { MessageReading } from '../message-reading';

/** Marks a message for its reader alone: others who hold the same role have still to read it. */
export const markMessageRead = defineCommand({
  name: 'markMessageRead',
  description: zhEn(
    '标记提醒为已读：只对本人，重复标记不另记',
    'Marks a message to the caller as read, for the caller alone. Marking it again writes nothing',
  ),
  input: {
    messageId: field.uuid(zhEn('提醒的标识（messages 中的 id）', 'Id of the message, from `messages`')),
  },
  payload: { messageReading: () => MessageReading },
  target: async ({ messageId }, transaction) => {
    const message = await transaction.manager.findOneBy(Message, { id: messageId });
    if (!message) throw unknown(messageId);
    return targetOf(message, transaction.actor);
  },
  execute: async ({ messageId }, transaction) => {
    await requireOwn(transaction, messageId);
    const values = { messageId, reader: transaction.actor.subject };
    const known = await transaction.find(MessageReading, values);
    return { messageReading: known ?? (await transaction.insert(MessageReading, values)) };
  },
});

/** A message to one person is aimed at the place of the caller. Whose it is, `requireOwn` asks. */
function targetOf({ placeKind, place }: Message, actor: Actor): CommandTarget {
  if (placeKind === 'PERSON') return placeOf(actor);
  if (placeKind === 'CENTER') return { variant: MessagePlace.TO_CENTER, center: place };
  if (placeKind === 'COMMUNITY') return { variant: MessagePlace.TO_COMMUNITY, community: place };
  if (placeKind === 'DEPARTMENT') return { variant: MessagePlace.TO_DEPARTMENT, department: place };
  return { variant: MessagePlace.TO_STREET };
}

function placeOf({ center, community, department }: Actor): CommandTarget {
  if (center !== undefined) return { variant: MessagePlace.TO_CENTER, center };
  if (community !== undefined) return { variant: MessagePlace.TO_COMMUNITY, community };
  if (department !== undefined) return { variant: MessagePlace.TO_DEPARTMENT, department };
  return { variant: MessagePlace.TO_STREET };
}

/** @throws PublicError NOT_FOUND for a message to another role, or to another person */
async function requireOwn({ manager, actor, context }: StreetTransaction, id: string): Promise<void> {
  const own = addressedTo(actor, context.owner).map((message) => ({ ...message, id }));
  if (own.length === 0 || !(await manager.existsBy(Message, own))) throw unknown(id);
}

const unknown = (id: string): Error =>
  refuse.notFound('messageId', {
    zh: `没有发给您的提醒 ${shownCode(id)}。请使用 messages 中的标识`,
    en: `There is no message ${shownCode(id)} to you. Use an id from \`messages\``,
  });
