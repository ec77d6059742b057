import type { Maybe } from '../checks/facts';
import { r19 } from '../rules/r19-annual-retreat';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';
import { present } from './present';

/** A project charter. What R19 asks for may be missing, so that the rule answers. */
interface Charter {
  readonly goals: Maybe<string>;
  readonly departmentCodes: readonly string[];
  readonly communityCodes: readonly string[];
  readonly baseTaskCodes?: Maybe<readonly string[]>;
  readonly deadline: Maybe<LocalDay>;
}

/** Draws up a project charter (R19). */
export function charteredProject(act: Act, charter: Charter) {
  const { goals, departmentCodes, communityCodes, deadline } = charter;
  const today = localDay(act.now);
  act.require(r19.check({ goals, departmentCodes, communityCodes, deadline, today }));
  return {
    goals: present(goals),
    departmentCodes: [...new Set(departmentCodes)],
    communityCodes: [...new Set(communityCodes)],
    baseTaskCodes: [...new Set(charter.baseTaskCodes)],
    deadline: present(deadline),
  };
}
