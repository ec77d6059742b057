import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import { r11 } from '../rules/r11-work-order-dispatch';
import { localDay } from '../time/local-day';
import { yearOf } from '../time/period';
import type { Act } from './act';
import { present } from './present';

/** A decision of 街道工委 that adopts a key point. */
interface AdoptingDecision {
  readonly id: string;
  readonly number: string;
  readonly decidedAt: Date;
}

/** The work of a year, with the base tasks that it carries out, if it was said. */
interface KeyPointPlan {
  readonly year: number;
  readonly baseTaskCodes?: Maybe<readonly string[]>;
}

/** Adopts a key point of a year by a decision (R11). @param citedBy input that says when the decision was made */
export function adoptedKeyPoint<Plan extends KeyPointPlan>(
  act: Act,
  plan: Plan,
  decision: Maybe<AdoptingDecision>,
  citedBy = 'decisionId',
) {
  act.require(r11.check({ keyPoint: { decision: decision?.number } }));
  const adopting = present(decision);
  act.requireInput(checkYear(plan.year, adopting, citedBy));
  return { ...plan, baseTaskCodes: [...new Set(plan.baseTaskCodes)], decisionId: adopting.id };
}

/** The committee decides on a year's key points in that year or towards the end of the one before. */
function checkYear(
  year: number,
  { number, decidedAt }: AdoptingDecision,
  citedBy: string,
): InputProblem | undefined {
  const decidedIn = Number(yearOf(localDay(decidedAt)));
  if (decidedIn === year || decidedIn === year - 1) return undefined;
  return {
    field: citedBy,
    message: {
      zh: `决策“${number}”作出于 ${decidedIn} 年，不是 ${year} 年工作要点的决策；请引用 ${year - 1} 年或 ${year} 年的决策`,
      en: `Decision “${number}” was made in ${decidedIn}, so it cannot adopt key points of ${year}. Cite a decision of ${year - 1} or ${year}`,
    },
  };
}
