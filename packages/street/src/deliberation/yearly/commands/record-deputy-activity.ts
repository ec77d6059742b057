import { field } from '@mtg/commands';
import { looksSame, recordedActivity } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { BodyMember } from '../../bodies/body-member';
import { DeputyActivity } from '../deputy-activity';

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
    const { memberId, personName } = input;
    const member = memberId === null ? null : await transaction.get(BodyMember, memberId);
    if (member && !looksSame(member.personName, personName)) {
      throw refuse.badInput('memberId', {
        zh: `该成员是“${member.personName}”，不是“${personName}”。请引用本人的成员标识，或更正姓名`,
        en: `That member is “${member.personName}”, not “${personName}”. Cite the person’s own seat, or correct the name`,
      });
    }
    const activity = recordedActivity(transaction, input);
    return { deputyActivity: await transaction.insert(DeputyActivity, activity) };
  },
});
