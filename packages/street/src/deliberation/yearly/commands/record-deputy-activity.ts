import { field } from '@mtg/commands';
import { recordedActivity } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { DeputyActivity } from '../deputy-activity';
import { requireOwnSeat } from '../require-own-seat';

/** R16: what a yearly report on “两代表一委员” is made of. */
export const recordDeputyActivity = defineCommand({
  name: 'recordDeputyActivity',
  description: zhEn(
    '登记“两代表一委员”活动，即其在街道工作中的活动(R16)',
    'Records an activity of a deputy or committee member in the street’s work (R16)',
  ),
  input: {
    personName: field.line(zhEn('姓名', 'Name of the person')),
    capacity: field.line(
      zhEn('身份，照填(原文未界定“两代表一委员”)', 'Capacity, as stated. The study does not define it'),
    ),
    memberId: field.optional(
      field.uuid(zhEn('本人在议事机构中的成员标识', 'Id of the person’s seat in a body')),
    ),
    day: field.day(zhEn('日期，不晚于今天', 'Day of the activity, today or earlier')),
    activity: field.text(zhEn('活动', 'Activity')),
    effect: field.optional(field.text(zhEn('发挥的作用', 'Effect of the activity'))),
  },
  payload: { deputyActivity: () => DeputyActivity },
  execute: async (input, transaction) => {
    await requireOwnSeat(transaction, input);
    const activity = recordedActivity(transaction, input);
    return { deputyActivity: await transaction.insert(DeputyActivity, activity) };
  },
});
