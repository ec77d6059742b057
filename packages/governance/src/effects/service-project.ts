import type { Maybe } from '../checks/facts';
import { dayHappened, spanInOrder, type Earliest } from '../checks/day';
import type { ProcurementNeedReference } from '../checks/procurement-need';
import type { SocialOrganizationReference } from '../checks/social-organization';
import { r30 } from '../rules/r30-procurement-catalogue';
import { serviceProjectMachine, type ServiceProjectState } from '../state-machines/machines/services';
import { localDay, type LocalDay } from '../time/local-day';
import type { Act } from './act';
import { happenedOn } from './happened-on';

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
  act.requireInput(spanInOrder('endsOn', startsOn, endsOn));
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

/** Records the words with which a community evaluates a service project, on a day from its acceptance on. */
export function evaluatedServiceProject(
  act: Act,
  project: ServiceProjectInStep & { readonly acceptedOn: LocalDay | null },
  { evaluation, evaluatedOn }: { readonly evaluation: string; readonly evaluatedOn?: Maybe<LocalDay> },
) {
  const state = act.step(serviceProjectMachine, project, 'evaluateServiceProject');
  const acceptance = {
    day: project.acceptedOn ?? project.startsOn,
    name: { zh: '验收的', en: 'the acceptance' },
  };
  const on = happenedOn(act, { field: 'evaluatedOn', day: evaluatedOn, earliest: acceptance });
  return { state, evaluatedOn: on, evaluation };
}

/** Terminates a service project before its acceptance. */
export const terminatedServiceProject = (act: Act, project: ServiceProjectInStep, reason: string) => ({
  state: act.step(serviceProjectMachine, project, 'terminateServiceProject'),
  reason,
});
