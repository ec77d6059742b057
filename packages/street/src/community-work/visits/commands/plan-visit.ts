import { field } from '@mtg/commands';
import { localDay, precedes, r24, violationOf, type LocalDay, type RuleViolation } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { asInputFields, type InputNames } from '../../../input-fields';
import { centerCode, communityCode } from '../../inputs';
import { present } from '../../present';
import { requireCommunities } from '../../require-communities';
import { VisitPlan } from '../visit-plan';

/** What rule R24 calls its facts, as the input calls them. */
const INPUT_NAMES: InputNames = {
  'plan.day': 'day',
  'plan.people': 'people',
  'plan.route': 'route',
  'plan.actions': 'actions',
};

/** R24: day, people, route and actions are fixed before somebody goes. */
export const planVisit = defineCommand({
  name: 'planVisit',
  description: zhEn(
    '安排进社区：定时间、定人员、定路线、定动作(R24)',
    'Plans a visit to communities: day, people, route and actions, all fixed beforehand',
  ),
  input: {
    centerCode,
    day: field.optional(field.day(zhEn('日期，今天或以后(R24)', 'The day it is for, today or later (R24)'))),
    people: field.list(
      field.code(zhEn('人员(令牌的 sub)(R24)', 'Who goes, by the subject of their tokens (R24)')),
      { least: 0 },
    ),
    communityCodes: field.list(communityCode),
    route: field.ruled(zhEn('路线(R24)', 'The route (R24)')),
    actions: field.ruled(zhEn('动作(R24)', 'What is to be done there (R24)')),
  },
  payload: { visitPlan: () => VisitPlan },
  target: (input) => ({ center: input.centerCode }),
  execute: async (input, transaction) => {
    const { centerCode, people, day, route, actions } = input;
    await requireCenter(transaction, centerCode, 'centerCode');
    const communityCodes = await requireCommunities(transaction, input.communityCodes);
    transaction.require(
      asInputFields(r24.check({ plan: { day, people, route, actions } }), INPUT_NAMES),
      afterwards(day, localDay(transaction.now)),
    );
    const visitPlan = await transaction.insert(VisitPlan, {
      centerCode,
      day: present(day),
      people: [...new Set(people)],
      communityCodes,
      route: present(route),
      actions: present(actions),
    });
    return { visitPlan };
  },
});

/** What is written down after the day was not fixed before it. */
function afterwards(day: LocalDay | null, today: LocalDay): readonly RuleViolation[] {
  if (day === null || precedes(today, day)) return [];
  return [
    violationOf(
      r24,
      {
        zh: `进社区的时间要事先确定，而 ${day} 已经过去（今天是 ${today}）。请安排今天或以后的日期。`,
        en: `The day of a visit is fixed beforehand, and ${day} is over (today is ${today}). Plan a day from today on.`,
      },
      'day',
    ),
  ];
}
