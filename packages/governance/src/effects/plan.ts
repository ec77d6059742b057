import { dayHappened, type Earliest } from '../checks/day';
import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import type { StateProblem } from '../checks/state-problem';
import { r17 } from '../rules/r17-annual-and-monthly-plans';
import { planMachine, type PlanState } from '../state-machines/machines/plan';
import { addDays, localDay, type LocalDay } from '../time/local-day';
import { daysOf, kindOf, monthOf, yearOf, type Period } from '../time/period';
import type { PlanItemKind, PlanKind } from '../vocabulary/planning';
import type { Act } from './act';
import { requireRetreat, type CitedRetreat } from './retreat';

/** A plan as far as a step depends on it. */
interface PlanInStep {
  readonly state: PlanState;
  readonly version: number;
}

/** An item about to be put into a plan. */
interface ItemDraft {
  readonly kind: PlanItemKind;
  readonly content: Maybe<string>;
}

/** The columns of a plan that later steps fill. */
export interface PlanCourse {
  readonly state: PlanState;
  readonly submittedAt: Date | null;
  readonly submittedBy: string | null;
  readonly returnReason: string | null;
  readonly adoptedOn: LocalDay | null;
  readonly adoptedAt: Date | null;
  readonly amendedAt: Date | null;
}

const NEW: PlanCourse = {
  state: planMachine.creation.to,
  submittedAt: null,
  submittedBy: null,
  returnReason: null,
  adoptedOn: null,
  adoptedAt: null,
  amendedAt: null,
};

/** A plan about to be drafted. */
interface PlanDraft {
  readonly period: Period;
  readonly items: readonly ItemDraft[];
  /** Meeting that settled it, where one is cited. */
  readonly retreat?: Maybe<CitedRetreat>;
}

/** Drafts the plan of a center for a year or a month (R17). */
export function draftedPlan(act: Act, { period, items, retreat }: PlanDraft) {
  const kind: PlanKind = kindOf(period) === 'YEAR' ? 'YEAR' : 'MONTH';
  act.requireInput(checkPeriod(period));
  if (retreat) {
    act.requireInput(checkSettled(kind, retreat));
    requireRetreat(act, retreat, yearOf(period));
  }
  act.require(r17.check({ items }));
  return { ...NEW, kind, period, year: Number(yearOf(period)) };
}

const checkSettled = (kind: PlanKind, { number }: CitedRetreat): InputProblem | undefined =>
  kind === 'YEAR'
    ? undefined
    : {
        field: 'retreatMeetingId',
        message: {
          zh: `年度务虚会 ${number} 只确定年度计划。月计划请不填`,
          en: `Annual retreat ${number} settles plans for a year only. Omit this field for a month`,
        },
      };

function checkPeriod(period: string): InputProblem | undefined {
  const kind = kindOf(period);
  if (kind === 'YEAR' || kind === 'MONTH') return undefined;
  return {
    field: 'period',
    message: {
      zh: `“${period}”不是年度或月份。请填写如 2026 或 2026-11`,
      en: `“${period}” is neither a year nor a month. Give one such as 2026 or 2026-11`,
    },
  };
}

/** Replaces the items of a draft (R17). */
export function revisedPlan(act: Act, plan: PlanInStep, items: readonly ItemDraft[]) {
  const state = act.step(planMachine, plan, 'revisePlan');
  act.require(r17.check({ items }));
  return { state };
}

/** Hands a plan in to 综合管理中心. */
export const submittedPlan = (act: Act, plan: PlanInStep) => ({
  state: act.step(planMachine, plan, 'submitPlan'),
  submittedAt: act.now,
  submittedBy: act.actor.subject,
  returnReason: null,
});

/** Returns a plan to its center, which revises it. */
export const returnedPlan = (act: Act, plan: PlanInStep, reason: string) => ({
  state: act.step(planMachine, plan, 'returnPlan'),
  returnReason: reason,
});

/** Adopts a plan. @param day on which it was adopted; today without it */
export function adoptedPlan(act: Act, plan: PlanInStep & { readonly period: Period }, day: Maybe<LocalDay>) {
  const state = act.step(planMachine, plan, 'adoptPlan');
  const today = localDay(act.now);
  const adoptedOn = day ?? today;
  act.requireInput(checkAdoption(adoptedOn, plan.period, today));
  return { state, adoptedOn, adoptedAt: act.now };
}

/** A plan that comes early is adopted today; in hindsight, no earlier than in the month before its own, or in the year before. */
function checkAdoption(adoptedOn: LocalDay, period: Period, today: LocalDay): InputProblem | undefined {
  const earliest = beginningBefore(period);
  return adoptedOn === today ? undefined : dayHappened('adoptedOn', adoptedOn, earliest, today);
}

function beginningBefore(period: Period): Earliest {
  const lastBefore = addDays(daysOf(period)?.first ?? '', -1);
  const before = kindOf(period) === 'YEAR' ? yearOf(lastBefore) : monthOf(lastBefore);
  return {
    day: daysOf(before)?.first ?? '',
    name: {
      zh: `计划前一时段（${before}）的首日`,
      en: `the first day of ${before}, the period before that of the plan`,
    },
  };
}

/** Amends an adopted plan: another is drafted, and takes its place once it is adopted (R17). */
export function amendedPlan(
  act: Act,
  plan: PlanInStep & { readonly period: Period },
  { isAmended, items }: { readonly isAmended: boolean; readonly items: readonly ItemDraft[] },
) {
  act.requireState(plan, checkAmendable(plan.state, isAmended));
  return draftedPlan(act, { period: plan.period, items });
}

function checkAmendable(state: PlanState, isAmended: boolean): StateProblem | undefined {
  if (state !== 'ADOPTED') {
    return {
      message: {
        zh: '计划尚未确定，不能调整。起草中的请直接修改（revisePlan），已报送的请先退回（returnPlan）',
        en: 'The plan is not adopted yet. Revise it while it is a draft (revisePlan), or have it returned first (returnPlan)',
      },
    };
  }
  if (!isAmended) return undefined;
  return {
    message: {
      zh: '该计划已有调整稿。请修改或继续调整那一份（amendment）',
      en: 'The plan has an amendment already. Revise or amend that one (amendment)',
    },
  };
}

/** An item of an earlier plan that is carried on. */
interface CarriedItem {
  readonly centerCode: string;
  readonly period: Period;
  readonly state: PlanState;
}

/** Requires that an item is carried over from an adopted plan of the same center for an earlier or the same time. */
export const requireCarriedItem = (
  act: Act,
  plan: Pick<CarriedItem, 'centerCode' | 'period'>,
  from: CarriedItem,
  field: string,
): void => act.requireInput(checkCarried(plan, from, field));

function checkCarried(
  { centerCode, period }: Pick<CarriedItem, 'centerCode' | 'period'>,
  from: CarriedItem,
  field: string,
): InputProblem | undefined {
  // A month of a year is carried from the plan for that year.
  const isBefore = from.period < period;
  if (from.centerCode === centerCode && from.state === 'ADOPTED' && isBefore) return undefined;
  return {
    field,
    message: {
      zh: `只能承接本中心在 ${period} 之前的、已确定计划中的事项。请改选，或不填`,
      en: `Only items of the center’s own adopted plans for a time before ${period} can be carried over. Choose another, or omit this field`,
    },
  };
}
