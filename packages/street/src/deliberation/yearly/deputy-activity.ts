import { column, defineTable, type RowOf } from '@mtg/commands';
import { BodyMember } from '../bodies/body-member';

/** An activity of one of “两代表一委员” in the street's work (R16). The study does not define them, nor does this. */
export const DeputyActivity = defineTable('DeputyActivity', {
  zh: '两代表一委员活动',
  en: 'Activity of a deputy or committee member in the street’s work (R16)',
  list: 'Activities of deputies and committee members in the street’s work',
  many: 'deputyActivities',
  read: { group: 'DEPUTY_REPORTS' },
  writes: 'WORK',
  columns: {
    personName: column.personal(column.mark('姓名', 'Name of the person')),
    capacity: column.line(
      '身份，照填(原文未界定“两代表一委员”)',
      'Capacity, as stated. The study does not define it',
    ),
    memberId: column.optional(
      column.ref(() => BodyMember, {
        name: 'member',
        zh: '在议事机构中的成员身份',
        en: 'Seat of the person in a body. Null if none is named',
        inverse: {
          name: 'deputyActivities',
          zh: '两代表一委员活动',
          en: 'Activities as a deputy or committee member',
        },
      }),
    ),
    day: column.day('日期', 'Day'),
    activity: column.text('活动', 'Activity'),
    effect: column.optional(column.text('发挥的作用', 'Effect of the activity')),
  },
  shares: ['memberId', 'day'],
  trace: { title: 'activity' },
});

export type DeputyActivity = RowOf<typeof DeputyActivity>;
