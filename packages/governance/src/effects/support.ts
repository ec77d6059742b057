import type { Maybe } from '../checks/facts';
import { r28, type MeetingOfSupport } from '../rules/r28-support';
import { supportIssueMachine, type SupportIssueState } from '../state-machines/machines/support';
import { localDay, type LocalDay } from '../time/local-day';
import type { SolutionAnswer, SupportKind } from '../vocabulary/services';
import type { Act } from './act';
import { happenedOn } from './happened-on';
import { present } from './present';

/** A support issue as far as a step depends on it. */
interface SupportInStep {
  readonly state: SupportIssueState;
  readonly version: number;
}

/** A problem of a community. What R28 asks for may be missing, so that the rule answers. */
interface SupportDraft {
  readonly kind: Maybe<SupportKind>;
  readonly title: Maybe<string>;
  readonly communityCode: Maybe<string>;
  /** Today without it. */
  readonly raisedOn?: Maybe<LocalDay>;
  /** The visit from which it is raised, if it is. */
  readonly visit?: Maybe<{ readonly day: LocalDay }>;
}

/** The columns of a support issue that later steps fill. */
export interface SupportCourse {
  readonly state: SupportIssueState;
  readonly takenUpAt: Date | null;
  readonly bodyCode: string | null;
  readonly meetingId: string | null;
  readonly workOrderId: string | null;
  readonly solvedOn: LocalDay | null;
  readonly solution: string | null;
  readonly confirmedAt: Date | null;
  readonly objection: string | null;
}

/** A solution in the history of a problem: by whom it was recorded, and what the community said of it. */
interface SupportSolutionCourse {
  readonly solvedBy: string | null;
  readonly answer: SolutionAnswer | null;
  readonly objection: string | null;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
}

/** Raises a problem of a community (R28). */
export function raisedSupport(act: Act, draft: SupportDraft) {
  const { kind, title, communityCode, visit } = draft;
  act.require(r28.check({ kind, title, communityCode }));
  const earliest = visit ? { day: visit.day, name: { zh: '走访的', en: 'the visit' } } : undefined;
  const raisedOn = happenedOn(act, { field: 'raisedOn', day: draft.raisedOn, earliest });
  const course: SupportCourse = {
    state: supportIssueMachine.creation.to,
    takenUpAt: null,
    bodyCode: null,
    meetingId: null,
    workOrderId: null,
    solvedOn: null,
    solution: null,
    confirmedAt: null,
    objection: null,
  };
  return {
    kind: present(kind),
    title: present(title),
    communityCode: present(communityCode),
    raisedOn,
    ...course,
  };
}

/** The body or the meeting that takes up a problem, and the facts about it that R28 asks for. */
interface TakingUp {
  readonly bodyCode: string | null;
  readonly meetingId: string | null;
  /** Of the body; 0 where none is named. */
  readonly membersInOffice: number;
  readonly meeting: MeetingOfSupport | null;
}

/** Takes a problem up by a body with members, or by a meeting that was held since it was raised (R28). */
export function takenUpSupport(
  act: Act,
  issue: SupportInStep & { readonly raisedOn: LocalDay },
  by: TakingUp,
) {
  const state = act.step(supportIssueMachine, issue, 'takeUpSupportIssue');
  act.require(r28.check({ ...by, raisedOn: issue.raisedOn }));
  const { bodyCode, meetingId } = by;
  return { bodyCode, meetingId, state, takenUpAt: act.now };
}

/** Requires a problem to be taken up, for what is recorded of the work on it. */
export const requireTakenUp = (
  act: Act,
  issue: SupportInStep,
  command: 'recordContribution' | 'citeSupportOrder',
): SupportIssueState => act.step(supportIssueMachine, issue, command);

/** Records how a problem was solved (R28). */
export function solvedSupport(
  act: Act,
  issue: SupportInStep & { readonly raisedOn: LocalDay },
  { solution, solvedOn }: { readonly solution: Maybe<string>; readonly solvedOn: Maybe<LocalDay> },
) {
  const state = act.step(supportIssueMachine, issue, 'solveSupportIssue');
  act.require(r28.check({ solution, solvedOn, raisedOn: issue.raisedOn, today: localDay(act.now) }));
  const given = { solution: present(solution), solvedOn: present(solvedOn) };
  const history: SupportSolutionCourse & typeof given = {
    ...given,
    solvedBy: act.actor.subject,
    answer: null,
    objection: null,
    answeredAt: null,
    answeredBy: null,
  };
  return { issue: { ...given, state }, history };
}

/** Records that the community confirms the solution, or objects to it with the reason. @returns what changes in the issue, and in the history of its solutions */
export function answeredSolution(act: Act, issue: SupportInStep, objection: string | null) {
  const changed: Pick<SupportCourse, 'state'> & Partial<SupportCourse> =
    objection === null
      ? { state: act.step(supportIssueMachine, issue, 'confirmSolution'), confirmedAt: act.now }
      : { state: act.step(supportIssueMachine, issue, 'objectToSolution'), objection, solvedOn: null };
  const history: Omit<SupportSolutionCourse, 'solvedBy'> = {
    answer: objection === null ? 'CONFIRMED' : 'OBJECTED',
    objection,
    answeredAt: act.now,
    answeredBy: act.actor.subject,
  };
  return { issue: changed, history };
}
