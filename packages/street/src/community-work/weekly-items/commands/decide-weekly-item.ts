import { field } from '@mtg/commands';
import { decidedItem } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../street-commands';
import { expectedVersion } from '../../../common-inputs';
import { requireOrderStands } from '../carried-order';
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
    '登记周例会对事项的议决，只能在会议进行中(R22)',
    'Records what the weekly meeting decides on an item, while it is open',
  ),
  input: {
    weeklyItemId: WeeklyItem.id(),
    expectedVersion,
    outcome: field.choice(WeeklyItemOutcome, zhEn('议决结果', 'What the meeting decides')),
    remark: field.optional(field.text(zhEn('说明', 'What is remarked on it'))),
  },
  payload: { weeklyItem: () => WeeklyItem },
  execute: async ({ weeklyItemId, expectedVersion, outcome, remark }, transaction) => {
    const item = await transaction.get(WeeklyItem, weeklyItemId, { expectedVersion });
    const meeting = await meetingOfItem(transaction, item.meetingId, 'weeklyItemId');
    const values = decidedItem(transaction, item, meeting, { outcome, remark });
    if (values.state === 'PASSED') await requireOrderStands(transaction, item, 'weeklyItemId');
    await transaction.change(item, values);
    return { weeklyItem: item };
  },
});
