import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import { dayHappened, type Earliest } from '../checks/day';
import type { ProcurementNeedReference } from '../checks/procurement-need';
import type { SocialOrganizationReference } from '../checks/social-organization';
import { r30 } from '../rules/r30-procurement-catalogue';
import { serviceProjectMachine, type ServiceProjectState } from '../state-machines/machines/services';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';

/** The need and the organization that a service project cites, as the district has them now. */
export interface CitedProcurement {
  readonly need: Maybe<ProcurementNeedReference>;
  readonly organization: Maybe<SocialOrganizationReference>;
}

/** A service project as far as a step depends on it. */
interface ServiceProjectInStep {
  readonly state: ServiceProjectState;
  readonly version: number;
  readonly startsOn: LocalDay;
}

/** The columns of a service project that later steps fill. */
export interface ServiceProjectCourse {
  readonly state: ServiceProjectState;
  readonly acceptedOn: LocalDay | null;
  readonly acceptance: string | null;
  readonly evaluatedOn: LocalDay | null;
  readonly evaluation: string | null;
  readonly reason: string | null;
}

/** Starts a service project that a need of the catalogue in force and an organization carry (R30). */
export function startedServiceProject(
  act: Act,
  { startsOn, endsOn }: { readonly startsOn: LocalDay; readonly endsOn: LocalDay },
  { need, organization }: CitedProcurement,
) {
  act.requireInput(checkTerm(startsOn, endsOn));
  act.require(r30.check({ need, organization, today: localDay(act.now) }));
  const course: ServiceProjectCourse = {
    state: serviceProjectMachine.creation.to,
    acceptedOn: null,
    acceptance: null,
    evaluatedOn: null,
    evaluation: null,
    reason: null,
  };
  return { startsOn, endsOn, ...course };
}

function checkTerm(startsOn: LocalDay, endsOn: LocalDay): InputProblem | undefined {
  if (startsOn <= endsOn) return undefined;
  return {
    field: 'endsOn',
    message: {
      zh: `结束日期 ${endsOn} 早于开始日期 ${startsOn}。请更正其一`,
      en: `The last day, ${endsOn}, precedes the first, ${startsOn}. Correct one of the two`,
    },
  };
}

const beginningOf = ({ startsOn }: ServiceProjectInStep): Earliest => ({
  day: startsOn,
  name: { zh: '项目开始的', en: 'the beginning of the project' },
});

/** Records a milestone of a service project as reached. */
export function reachedMilestone(act: Act, project: ServiceProjectInStep, reachedOn: LocalDay) {
  act.requireInput(dayHappened('reachedOn', reachedOn, beginningOf(project), localDay(act.now)));
  act.step(serviceProjectMachine, project, 'reachMilestone');
  return { reachedOn };
}

/** Accepts the results of a service project. */
export function acceptedServiceProject(
  act: Act,
  project: ServiceProjectInStep,
  { acceptedOn, acceptance }: { readonly acceptedOn: LocalDay; readonly acceptance: string },
) {
  act.requireInput(dayHappened('acceptedOn', acceptedOn, beginningOf(project), localDay(act.now)));
  const state = act.step(serviceProjectMachine, project, 'acceptServiceProject');
  return { state, acceptedOn, acceptance };
}

/** Records the words with which a community evaluates a service project. */
export const evaluatedServiceProject = (act: Act, project: ServiceProjectInStep, evaluation: string) => ({
  state: act.step(serviceProjectMachine, project, 'evaluateServiceProject'),
  evaluatedOn: localDay(act.now),
  evaluation,
});

/** Terminates a service project before its acceptance. */
export const terminatedServiceProject = (act: Act, project: ServiceProjectInStep, reason: string) => ({
  state: act.step(serviceProjectMachine, project, 'terminateServiceProject'),
  reason,
});
