import { column, defineTable, type RowOf } from '@mtg/commands';

/** That a person has read a message. A message to a role is read by each who holds it for themselves. */
export const MessageReading = defineTable('MessageReading', {
  zh: '提醒的已读标记',
  en: 'Mark of a person on a message that they have read',
  list: 'Messages that the caller has read',
  label: { zh: '已读标记', en: 'mark of a message as read' },
  read: { group: 'MESSAGES', scopes: { AUTHOR: 'reader' } },
  writes: 'APPEND_ONLY',
  columns: {
    messageId: column.uuid('提醒标识', 'Id of the message'),
    reader: column.subject('阅读人(令牌中的人员标识)', 'Reader, as token subject'),
  },
});

export type MessageReading = RowOf<typeof MessageReading>;
