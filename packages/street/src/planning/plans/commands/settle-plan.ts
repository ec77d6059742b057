import { field } from '@mtg/commands';
import { adoptedPlan, returnedPlan, submittedPlan } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { centerOfPlan } from '../center-of-plan';
import { Plan } from '../plan';

const payload = { plan: () => Plan };

/** R17: a center hands its plan in to 综合管理中心. */
export const submitPlan = defineCommand({
  name: 'submitPlan',
  description: zhEn(
    '报送计划至综合管理中心(R17)',
    'Submits a plan to the General Affairs Management Center (R17)',
  ),
  input: { planId: Plan.id(), expectedVersion },
  payload,
  target: centerOfPlan,
  execute: async ({ planId, expectedVersion }, transaction) => {
    const plan = await transaction.get(Plan, planId, { expectedVersion });
    return { plan: await transaction.change(plan, submittedPlan(transaction, plan)) };
  },
});

/** R17: 综合管理中心 asks for another draft. */
export const returnPlan = defineCommand({
  name: 'returnPlan',
  description: zhEn('退回计划，由中心修改(R17)', 'Returns a plan to its center for revision (R17)'),
  input: { planId: Plan.id(), expectedVersion, reason },
  payload,
  execute: async ({ planId, expectedVersion, reason }, transaction) => {
    const plan = await transaction.get(Plan, planId, { expectedVersion });
    return { plan: await transaction.change(plan, returnedPlan(transaction, plan, reason)) };
  },
});

/** R17: a plan holds from here on; one that it amends becomes history. */
export const adoptPlan = defineCommand({
  name: 'adoptPlan',
  description: zhEn(
    '确定计划；调整稿随即取代原计划(R17)',
    'Adopts a plan. An amendment replaces the earlier plan from then on (R17)',
  ),
  input: {
    planId: Plan.id(),
    expectedVersion,
    adoptedOn: field.optional(
      field.day(
        zhEn('确定日期，不晚于今天；不填即今天', 'Day of the adoption, today or earlier. Default: today'),
      ),
    ),
  },
  payload,
  execute: async ({ planId, expectedVersion, adoptedOn }, transaction) => {
    const plan = await transaction.get(Plan, planId, { expectedVersion });
    await transaction.change(plan, adoptedPlan(transaction, plan, adoptedOn));
    if (plan.previousId !== null) {
      const previous = await transaction.get(Plan, plan.previousId);
      await transaction.change(previous, { amendedAt: transaction.now });
    }
    return { plan };
  },
});
