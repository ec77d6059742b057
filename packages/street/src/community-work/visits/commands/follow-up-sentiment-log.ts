import { field } from '@mtg/commands';
import { followedUpLog } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { Minutes } from '../../../deliberation/minutes/minutes';
import { MinutesItem } from '../../../deliberation/minutes/minutes-item';
import { defineCommand } from '../../../foundation/street-commands';
import { WeeklyItem } from '../../weekly-items/weekly-item';
import { SentimentFollowUp } from '../sentiment-follow-up';
import { SentimentLog } from '../sentiment-log';

/** Links a log to the item by which it is dealt with, so that its chain leads to the result. */
export const followUpSentimentLog = defineCommand({
  name: 'followUpSentimentLog',
  description: zhEn(
    '转办民情日志：写明由哪一周例会事项或已印发的纪要条目办理',
    'Follows up a sentiment log: names the item of a weekly meeting or of issued minutes that deals with it',
  ),
  input: {
    sentimentLogId: SentimentLog.id(),
    weeklyItemId: field.optional(
      field.uuid(
        zhEn('周例会事项标识，与纪要条目二选一', 'Id of an item of a weekly meeting, or else of minutes'),
      ),
    ),
    minutesItemId: field.optional(
      field.uuid(zhEn('纪要条目标识，派单可引用它', 'Id of an item of minutes, which orders can cite')),
    ),
  },
  payload: { sentimentFollowUp: () => SentimentFollowUp },
  target: async ({ sentimentLogId }, transaction) => {
    const { centerCode } = await transaction.get(SentimentLog, sentimentLogId);
    return { center: centerCode };
  },
  execute: async ({ sentimentLogId, weeklyItemId, minutesItemId }, transaction) => {
    const log = await transaction.get(SentimentLog, sentimentLogId);
    const weeklyItem = weeklyItemId === null ? null : await transaction.get(WeeklyItem, weeklyItemId);
    const minutesItem = minutesItemId === null ? null : await transaction.get(MinutesItem, minutesItemId);
    const minutes = minutesItem && (await transaction.get(Minutes, minutesItem.minutesId));
    const values = followedUpLog(transaction, { log, weeklyItem, minutesItem, minutes });
    const same = (await transaction.list(SentimentFollowUp, { sentimentLogId })).some(
      (known) => known.weeklyItemId === weeklyItemId && known.minutesItemId === minutesItemId,
    );
    if (same) {
      throw refuse.badInput(weeklyItemId === null ? 'minutesItemId' : 'weeklyItemId', {
        zh: '该民情日志已转由这一条目办理。请引用另一条目',
        en: 'This item deals with the log already. Cite another one',
      });
    }
    return { sentimentFollowUp: await transaction.insert(SentimentFollowUp, values) };
  },
});
