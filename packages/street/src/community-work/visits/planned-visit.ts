import { r24, violationOf, type RuleViolation } from '@mtg/governance';
import type { VisitPlan } from './visit-plan';

/** A visit as far as its plan fixed it. */
interface PlannedParts {
  readonly centerCode: string;
  readonly communityCode: string;
  readonly day: string;
  readonly staffSubject: string;
}

/** R24: a visit that cites a plan is the one that was planned: of that center, on that day, there, by those people. */
export function departuresFrom(plan: VisitPlan, visit: PlannedParts): readonly RuleViolation[] {
  const parts = [
    { kept: plan.centerCode === visit.centerCode, zh: `中心（${plan.centerCode}）`, en: 'center' },
    { kept: plan.day === visit.day, zh: `时间（${plan.day}）`, en: 'day' },
    { kept: plan.people.includes(visit.staffSubject), zh: '人员', en: 'people' },
    { kept: plan.communityCodes.includes(visit.communityCode), zh: '社区', en: 'communities' },
  ].filter(({ kept }) => !kept);
  if (parts.length === 0) return [];
  return [
    violationOf(
      r24,
      {
        zh: `走访与所引用的计划不符：${parts.map(({ zh }) => zh).join('、')}。请引用相应的计划；没有计划的，不填 planId。`,
        en: `The visit is not the one of the cited plan; what differs: ${parts.map(({ en }) => en).join(', ')}. Cite its own plan, or leave planId out where there is none.`,
      },
      'planId',
    ),
  ];
}
