import type { Bilingual } from '../bilingual';
import type { LocalDay } from '../time/local-day';
import { centerName } from '../vocabulary/center-type';

/** A visit as far as its plan fixes it. */
export interface PlannedParts {
  readonly centerCode: string;
  readonly communityCode: string;
  readonly day: LocalDay;
  /** Subject of the visitor’s token. */
  readonly staffSubject: string;
}

/** The plan that a visit cites. */
export interface PlannedVisit {
  readonly centerCode: string;
  readonly communityCodes: readonly string[];
  readonly day: LocalDay;
  readonly people: readonly string[];
}

/** In which parts a visit is not the one that was planned: of that center, on that day, there, by those people. */
export function departuresFrom(plan: PlannedVisit, visit: PlannedParts): readonly Bilingual[] {
  return [
    {
      kept: plan.centerCode === visit.centerCode,
      zh: `中心（${centerName(plan.centerCode).zh}）`,
      en: 'center',
    },
    { kept: plan.day === visit.day, zh: `时间（${plan.day}）`, en: 'day' },
    { kept: plan.people.includes(visit.staffSubject), zh: '人员', en: 'people' },
    { kept: plan.communityCodes.includes(visit.communityCode), zh: '社区', en: 'communities' },
  ].filter(({ kept }) => !kept);
}
