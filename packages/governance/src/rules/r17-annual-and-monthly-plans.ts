import type { EnforcedRule, Rule } from '../catalogue/rule';
import { violationsOf, type RuleViolation } from '../catalogue/violation';
import { findingsAfter } from '../checks/cadence';
import { hasWords, type Maybe } from '../checks/facts';
import { unless } from '../checks/unless';
import type { LocalDay } from '../time/local-day';
import { daysOf, kindOf, type Period } from '../time/period';
import { periodName } from '../time/period-name';
import { PLAN_ITEM_KIND_LABELS, PlanItemKind } from '../vocabulary/planning';

/** The items of a plan that is being drafted. */
export interface PlanDraft {
  readonly items: readonly { readonly kind: string; readonly content?: Maybe<string> }[];
}

/** The plans of one center, looked back at once that for a year or a month is due. */
export interface DuePlan {
  /** A year or a month. */
  readonly planFor: Period;
  readonly today: LocalDay;
  /** Name of the center. */
  readonly center: string;
  /** Adopted plans of the center, for this period or any other. */
  readonly adoptedPlans: readonly { readonly period: Period }[];
}

const definition: Rule = {
  code: 'R17',
  name: { zh: '年度计划和月计划', en: 'Plans for the year and the month' },
  sentence: '各中心按体系谋划和推进工作,要有年度计划和月计划,确定工作要点和创新内容',
  lines: [122],
  english:
    'Each center plans and advances its work by service system, and shall have a plan for the year and a plan for the month that settle key points of work and innovations.',
  kinds: ['CADENCE'],
  invariant: {
    zh: '每个中心都有年度计划和月计划，且都列明工作要点和创新内容。',
    en: 'Each center has both a plan for the year and a plan for the month, each with key points and innovations.',
  },
  note: {
    zh: '原文没有写明期限：年度计划随年度务虚会，按第一季度末（3月31日）计；月计划按当月1日计。街道自设的中心同样要有计划。',
    en: 'The study sets no dates: the plan for a year goes with the annual retreat and is due by the end of the first quarter, 31 March. The plan for a month is due on its first day. A street’s own centers need plans too.',
  },
};

const violation = violationsOf(definition);

/** R17 年度计划和月计划: plans for the year and the month (cadence; seed:122). */
export const r17: EnforcedRule<PlanDraft | DuePlan> = {
  ...definition,
  check: (facts) => ('items' in facts ? checkDraft(facts) : checkDue(facts)),
};

/** Last day on which the plan for a year or a month is in time; undefined for another period. */
export function planDueOn(period: Period): LocalDay | undefined {
  if (kindOf(period) === 'YEAR') return daysOf(`${period}-Q1`)?.last;
  return kindOf(period) === 'MONTH' ? daysOf(period)?.first : undefined;
}

function checkDraft({ items }: PlanDraft): readonly RuleViolation[] {
  const empty = items.flatMap(({ content }, index) =>
    unless(hasWords(content), () =>
      violation(
        `items.${index}.content`,
        `计划第${index + 1}项没有内容。请填写。`,
        `Item ${index + 1} of the plan has no content. Add it.`,
      ),
    ),
  );
  const missing = Object.values(PlanItemKind).flatMap((kind) =>
    unless(
      items.some((item) => item.kind === kind),
      () => {
        const { zh, en } = PLAN_ITEM_KIND_LABELS[kind];
        return violation('items', `计划没有${zh}。请补充。`, `The plan needs at least one ${en}. Add it.`);
      },
    ),
  );
  return [...empty, ...missing];
}

function checkDue({ planFor, today, center, adoptedPlans }: DuePlan): readonly RuleViolation[] {
  const dueOn = planDueOn(planFor);
  // Another period than a year or a month is said to be none.
  if (dueOn === undefined)
    return findingsAfter(definition, { kind: 'MONTH', period: planFor, today }, () => []);
  if (today <= dueOn || adoptedPlans.some(({ period }) => period === planFor)) return [];
  const { zh, en } = periodName(planFor);
  return [
    violation(
      'adoptedPlans',
      `${center}没有${zh}的计划（应于 ${dueOn} 前确定）。请起草、报送并由综合管理中心确定。`,
      `${center} has no adopted plan for ${en}, due on ${dueOn}. Draft and submit it, and let the General Affairs Management Center adopt it.`,
    ),
  ];
}
