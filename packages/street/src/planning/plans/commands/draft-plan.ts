import { field } from '@mtg/commands';
import { amendedPlan, draftedPlan, revisedPlan } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import { Meeting } from '../../../deliberation/meetings/meeting';
import { centerCode, expectedVersion, reason } from '../../../foundation/common-inputs';
import { defineCommand } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { addPlanItems, completeItems, planItems, prepareItems } from '../item-input';
import { Plan } from '../plan';
import { PlanItem } from '../plan-item';
import { centerOfPlan } from '../center-of-plan';

const payload = { plan: () => Plan, items: (): readonly [typeof PlanItem] => [PlanItem] };

/** R17: a center draws up its plan for a year or a month. */
export const draftPlan = defineCommand({
  name: 'draftPlan',
  description: zhEn('起草计划(R17)', 'Drafts the plan of a center for a year or a month (R17)'),
  input: {
    centerCode,
    period: field.plainLine(
      zhEn('年度或月份，如 2026、2026-11', 'Year or month that is planned, e.g. 2026 or 2026-11'),
    ),
    retreatMeetingId: field.optional(
      field.uuid(
        zhEn(
          '确定年度计划的年度务虚会标识，月计划不填',
          'Id of the annual retreat that settled a plan for a year. Omit for months',
        ),
      ),
    ),
    items: planItems,
  },
  payload,
  target: ({ centerCode }) => ({ center: centerCode }),
  prepare: prepareItems,
  execute: async ({ centerCode, period, retreatMeetingId, items: given }, transaction) => {
    const name = await requireCenter(transaction, centerCode, 'centerCode');
    const items = await completeItems(transaction, { centerCode, period }, given);
    const retreat =
      retreatMeetingId === null
        ? null
        : await transaction.get(Meeting, retreatMeetingId, { at: 'retreatMeetingId' });
    const values = draftedPlan(transaction, { period, items, retreat });
    const { sample } = transaction;
    if (await transaction.find(Plan, { centerCode, period, sample })) {
      throw refuse.badInput('period', {
        zh: `${name}已有 ${period} 的计划。请修改草稿（revisePlan），已确定的请调整（amendPlan）`,
        en: `${name} already has a plan for ${period}. Revise its draft (revisePlan), or amend it once adopted (amendPlan)`,
      });
    }
    const plan = await transaction.insert(Plan, {
      ...values,
      centerCode,
      retreatMeetingId,
      previousId: null,
      reason: null,
    });
    return { plan, items: await addPlanItems(transaction, plan, items) };
  },
});

/** R17: a draft is written again: its items are withdrawn, and others take their places. */
export const revisePlan = defineCommand({
  name: 'revisePlan',
  description: zhEn(
    '修改计划草稿，替换其全部事项(R17)',
    'Revises a draft plan. The given items replace all existing ones (R17)',
  ),
  input: { planId: Plan.id(), expectedVersion, items: planItems },
  payload,
  target: centerOfPlan,
  prepare: prepareItems,
  execute: async ({ planId, expectedVersion, items: given }, transaction) => {
    const plan = await transaction.get(Plan, planId, { expectedVersion });
    const items = await completeItems(transaction, plan, given);
    await transaction.change(plan, revisedPlan(transaction, plan, items));
    for (const item of await transaction.list(PlanItem, { planId })) {
      // A column of the platform's, which commands have no other need to set.
      await transaction.change(item, { deletedAt: transaction.now } as object);
    }
    return { plan, items: await addPlanItems(transaction, plan, items) };
  },
});

/** R17: an adopted plan is amended by another draft, which leads back to it. */
export const amendPlan = defineCommand({
  name: 'amendPlan',
  description: zhEn(
    '调整计划：另起一份草稿，经确定后取代原计划，原计划作为历史保留(R17)',
    'Amends an adopted plan by a further draft, which replaces it once adopted. The earlier plan is kept (R17)',
  ),
  input: { planId: Plan.id(), expectedVersion, reason, items: planItems },
  payload,
  target: centerOfPlan,
  prepare: prepareItems,
  execute: async ({ planId, expectedVersion, reason, items: given }, transaction) => {
    const previous = await transaction.get(Plan, planId, { expectedVersion });
    const items = await completeItems(transaction, previous, given);
    const isAmended = (await transaction.find(Plan, { previousId: planId })) !== null;
    const values = amendedPlan(transaction, previous, { isAmended, items });
    const { centerCode, retreatMeetingId } = previous;
    const plan = await transaction.insert(Plan, {
      ...values,
      centerCode,
      retreatMeetingId,
      previousId: planId,
      reason,
    });
    return { plan, items: await addPlanItems(transaction, plan, items) };
  },
});
