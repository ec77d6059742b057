import type { StreetModule } from '../foundation/street-module';
import { Message1700000087000 } from '../migrations/1700000087000-message';
import { MessageReading1700000096000 } from '../migrations/1700000096000-message-reading';
import { markMessageRead } from './commands/mark-message-read';
import { MessageReading } from './message-reading';
import { MessagesResolver } from './messages.resolver';

export const messageTables = { MessageReading };

/** Messages of what waits, and who has read them. */
export const messagesModule: StreetModule = {
  migrations: [Message1700000087000, MessageReading1700000096000],
  commands: [markMessageRead],
  resolvers: [MessagesResolver],
};
