import type { Maybe } from '../checks/facts';
import { dayHappened, spanInOrder, type Earliest } from '../checks/day';
import { textDiffers, titlesDiffer } from '../checks/different-texts';
import type { InputProblem } from '../checks/input-problem';
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
  readonly content: string;
  readonly acceptedOn: LocalDay | null;
  readonly acceptance: string | null;
}

/** A service project about to start. */
interface ServiceProjectDraft {
  readonly startsOn: LocalDay;
  readonly endsOn: LocalDay;
  readonly title: string;
  readonly content: string;
  readonly milestones: readonly { readonly title: string }[];
}

/** The columns of a service project that later steps fill. */
export interface ServiceProjectCourse {
  readonly state: ServiceProjectState;
  readonly acceptedOn: LocalDay | null;
  readonly acceptedAt: Date | null;
  readonly acceptance: string | null;
  readonly evaluatedOn: LocalDay | null;
  readonly evaluatedAt: Date | null;
  readonly evaluation: string | null;
  readonly reason: string | null;
}

/** Starts a service project that a need of the catalogue in force and an organization carry (R30). */
export function startedServiceProject(
  act: Act,
  { startsOn, endsOn, title, content, milestones }: ServiceProjectDraft,
  { need, organization }: CitedProcurement,
) {
  act.requireInput(spanInOrder('endsOn', startsOn, endsOn));
  act.requireInput(textDiffers('content', contentOf(content), [{ text: title, name: TITLE }]));
  act.requireInput(titlesDiffer('milestones', milestones));
  act.require(r30.check({ need, organization, startsOn, today: localDay(act.now) }));
  const course: ServiceProjectCourse = {
    state: serviceProjectMachine.creation.to,
    acceptedOn: null,
    acceptedAt: null,
    acceptance: null,
    evaluatedOn: null,
    evaluatedAt: null,
    evaluation: null,
    reason: null,
  };
  return { startsOn, endsOn, title, content, ...course };
}

const TITLE = { zh: '名称', en: 'title' };
const contentOf = (text: string) => ({ text, name: { zh: '服务内容', en: 'content' } });
const acceptanceOf = (text: string | null) => ({ text, name: { zh: '验收意见', en: 'acceptance' } });

const beginningOf = ({ startsOn }: ServiceProjectInStep): Earliest => ({
  day: startsOn,
  name: { zh: '项目开始的', en: 'the beginning of the project' },
});

/** Records a milestone of a service project as reached; after the acceptance, one that was reached by then. */
export function reachedMilestone(act: Act, project: ServiceProjectInStep, reachedOn: LocalDay) {
  act.requireInput(dayHappened('reachedOn', reachedOn, beginningOf(project), localDay(act.now)));
  if (project.acceptedOn === null) act.step(serviceProjectMachine, project, 'reachMilestone');
  else act.requireInput(checkBeforeAcceptance(reachedOn, project.acceptedOn));
  return { reachedOn, reachedAt: act.now };
}

function checkBeforeAcceptance(reachedOn: LocalDay, acceptedOn: LocalDay): InputProblem | undefined {
  if (reachedOn <= acceptedOn) return undefined;
  return {
    field: 'reachedOn',
    message: {
      zh: `${reachedOn} 晚于验收的 ${acceptedOn}。验收后只能补录此前完成的节点，请填 ${acceptedOn} 或以前的日期`,
      en: `${reachedOn} is after the acceptance on ${acceptedOn}. A milestone recorded later was reached by then. Choose ${acceptedOn} or earlier`,
    },
  };
}

/** Accepts the results of a service project, once its milestones on record were reached. @param reached days of those */
export function acceptedServiceProject(
  act: Act,
  project: ServiceProjectInStep,
  { acceptedOn, acceptance }: { readonly acceptedOn: LocalDay; readonly acceptance: string },
  reached: readonly LocalDay[],
) {
  const last = reached.toSorted().at(-1);
  const earliest =
    last === undefined
      ? beginningOf(project)
      : { day: last, name: { zh: '已完成节点的', en: 'the last milestone that was reached' } };
  act.requireInput(dayHappened('acceptedOn', acceptedOn, earliest, localDay(act.now)));
  act.requireInput(textDiffers('acceptance', acceptanceOf(acceptance), [contentOf(project.content)]));
  const state = act.step(serviceProjectMachine, project, 'acceptServiceProject');
  return { state, acceptedOn, acceptedAt: act.now, acceptance };
}

/** Records the words with which a community evaluates a service project, on a day from its acceptance on. */
export function evaluatedServiceProject(
  act: Act,
  project: ServiceProjectInStep,
  { evaluation, evaluatedOn }: { readonly evaluation: string; readonly evaluatedOn?: Maybe<LocalDay> },
) {
  const state = act.step(serviceProjectMachine, project, 'evaluateServiceProject');
  const acceptance = {
    day: project.acceptedOn ?? project.startsOn,
    name: { zh: '验收的', en: 'the acceptance' },
  };
  const on = happenedOn(act, { field: 'evaluatedOn', day: evaluatedOn, earliest: acceptance });
  const words = { text: evaluation, name: { zh: '社区评价', en: 'evaluation' } };
  const others = [acceptanceOf(project.acceptance), contentOf(project.content)];
  act.requireInput(textDiffers('evaluation', words, others));
  return { state, evaluatedOn: on, evaluatedAt: act.now, evaluation };
}

/** Terminates a service project before its acceptance. */
export const terminatedServiceProject = (act: Act, project: ServiceProjectInStep, reason: string) => ({
  state: act.step(serviceProjectMachine, project, 'terminateServiceProject'),
  reason,
});
