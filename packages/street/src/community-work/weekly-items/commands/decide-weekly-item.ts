import { field } from '@mtg/commands';
import { decidedItem } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { expectedVersion } from '../../../foundation/common-inputs';
import { requireOrderBehind } from '../carried-order';
import { WeeklyItem } from '../weekly-item';
import { WeeklyItemOutcome } from '../weekly-item-outcome';
import { meetingOfItem } from '../meeting-of-item';

/**
 * R22: an item is passed in the meeting, and nowhere else. What is undecided when it closes was not passed; nor can that
 * be whose order has come to nothing meanwhile.
 */
export const decideWeeklyItem = defineCommand({
  name: 'decideWeeklyItem',
  description: zhEn(
    '登记周例会议决，只能在会议进行中(R22)',
    'Records the weekly meeting’s decision on an item, while the meeting is open (R22)',
  ),
  input: {
    weeklyItemId: WeeklyItem.id(),
    expectedVersion,
    outcome: field.choice(WeeklyItemOutcome, zhEn('议决结果', 'Decision of the meeting')),
    remark: field.optional(field.text(zhEn('说明', 'Remarks'))),
  },
  payload: { weeklyItem: () => WeeklyItem },
  execute: async ({ weeklyItemId, expectedVersion, outcome, remark }, transaction) => {
    const item = await transaction.get(WeeklyItem, weeklyItemId, { expectedVersion });
    const meeting = await meetingOfItem(transaction, item.meetingId, 'weeklyItemId');
    const values = decidedItem(transaction, item, meeting, { outcome, remark });
    if (values.state === 'PASSED') await requireOrderBehind(transaction, item, 'weeklyItemId');
    await transaction.change(item, values);
    return { weeklyItem: item };
  },
});
