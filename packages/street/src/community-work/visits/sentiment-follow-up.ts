import { column, defineTable, type RowOf } from '@mtg/commands';
import { MinutesItem } from '../../deliberation/minutes/minutes-item';
import { WeeklyItem } from '../weekly-items/weekly-item';
import { SentimentLog } from './sentiment-log';

/**
 * The item by which a sentiment log is dealt with. A log becomes an order by an item of minutes, since an order has no log for
 * its source (R11). A support issue names its log itself.
 */
export const SentimentFollowUp = defineTable('SentimentFollowUp', {
  zh: '民情转办',
  en: 'Follow-up of a sentiment log: the item of a weekly meeting or of minutes that deals with it',
  list: 'Follow-ups of sentiment logs',
  label: { zh: '民情转办', en: 'follow-up of a sentiment log' },
  read: { group: 'COMMUNITY_WORK', scopes: { COMMUNITY: { through: 'sentimentLogId' } } },
  writes: 'APPEND_ONLY',
  columns: {
    sentimentLogId: column.ref(() => SentimentLog, {
      inverse: { name: 'followUps', zh: '转办', en: 'Items by which the log is dealt with' },
      trace: column.ON,
    }),
    weeklyItemId: column.optional(
      column.ref(() => WeeklyItem, {
        zh: '办理它的周例会事项',
        en: 'Item of a weekly meeting that deals with it. Null if an item of minutes does',
        inverse: { name: 'sentimentFollowUps', zh: '所办理的民情', en: 'Sentiment logs that it deals with' },
        trace: column.OUTCOME,
      }),
    ),
    minutesItemId: column.optional(
      column.ref(() => MinutesItem, {
        zh: '办理它的纪要条目',
        en: 'Item of minutes that deals with it. Null if an item of a weekly meeting does',
        inverse: { name: 'sentimentFollowUps', zh: '所办理的民情', en: 'Sentiment logs that it deals with' },
        trace: column.OUTCOME,
      }),
    ),
  },
  trace: { title: { sql: `'民情转办'` } },
});

export type SentimentFollowUp = RowOf<typeof SentimentFollowUp>;
