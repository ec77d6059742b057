import { field } from '@mtg/commands';
import { plannedVisit } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { centerCode, communityCode } from '../../../foundation/common-inputs';
import { requireCommunities } from '../../../organization/require-addressee';
import { VisitPlan } from '../visit-plan';

/** R24: day, people, route and actions are fixed in advance. */
export const planVisit = defineCommand({
  name: 'planVisit',
  description: zhEn(
    '安排进社区：定时间、定人员、定路线、定动作(R24)',
    'Plans a visit to communities, with day, people, route and actions fixed in advance (R24)',
  ),
  input: {
    centerCode,
    day: field.optional(field.day(zhEn('日期，今天或以后(R24)', 'Day of the visit, today or later (R24)'))),
    people: field.list(field.code(zhEn('人员(令牌中的人员标识)(R24)', 'Visitors, as token subjects (R24)')), {
      least: 0,
    }),
    communityCodes: field.list(communityCode),
    route: field.ruled(zhEn('路线(R24)', 'Route (R24)')),
    actions: field.ruled(zhEn('动作(R24)', 'Actions (R24)')),
  },
  payload: { visitPlan: () => VisitPlan },
  target: (input) => ({ center: input.centerCode }),
  execute: async (input, transaction) => {
    await requireCenter(transaction, input.centerCode, 'centerCode');
    const communityCodes = await requireCommunities(transaction, input.communityCodes);
    const values = plannedVisit(transaction, { ...input, communityCodes });
    return { visitPlan: await transaction.insert(VisitPlan, values) };
  },
});
