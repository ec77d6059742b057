import type { ApprovalReference } from '../checks/approval';
import type { Maybe } from '../checks/facts';
import type { InputProblem } from '../checks/input-problem';
import { r07 } from '../rules/r07-district-government-approval';
import { r08 } from '../rules/r08-written-lawful-delegation';
import { r09 } from '../rules/r09-no-private-acceptance';
import { r10, type DelegationStep } from '../rules/r10-delegation-admission';
import { delegationMachine, type DelegationState } from '../state-machines/machines/delegation';
import { localDay, type LocalDay } from '../time/local-day';
import { DelegationKind } from '../vocabulary/dispatch';
import type { Act } from './act';
import { lastStepOf, type DelegationDays } from './delegation-days';
import { happenedOn, momentOf, timeOn } from './happened-on';

/** A delegation as far as a step depends on it. */
export interface DelegationInStep {
  readonly state: DelegationState;
  readonly version: number;
}

/** Written request of a department to a street. Fields that R08 requires may be missing, so that the rule answers. */
export interface WrittenRequest {
  readonly kind: string;
  readonly departmentCode: string;
  readonly title: string;
  readonly documentNumber: Maybe<string>;
  readonly documentTitle: Maybe<string>;
  readonly documentDate: Maybe<LocalDay>;
  readonly legalBasis: Maybe<string>;
  readonly approvalId: string | null;
  /** Day on which it was submitted; today without it. */
  readonly submittedOn?: Maybe<LocalDay>;
}

/** The approval that a request rests on, as the district has it now, and the input that leads to it. */
export interface StandingApproval {
  readonly street: string;
  readonly approval: Maybe<ApprovalReference>;
  readonly citedBy?: string;
  /** Number of other requests in the street that rest on it, for a new one. */
  readonly otherUses?: number;
}

/** States in which a request has come to nothing, so that its approval is unused (R07). */
const UNUSED: ReadonlySet<DelegationState> = new Set(['REJECTED', 'WITHDRAWN', 'SENT_BACK']);

/** Counts the requests that use an approval (R07). */
export const usesOf = (requests: readonly { readonly state: DelegationState }[]): number =>
  requests.filter(({ state }) => !UNUSED.has(state)).length;

/** The columns of a delegation that later steps fill. */
export interface DelegationCourse {
  readonly state: DelegationState;
  readonly opinion: string | null;
  readonly opinionHeardAt: Date | null;
  readonly opinionRecordedAt: Date | null;
  readonly decisionId: string | null;
  readonly deployment: string | null;
  readonly deployedAt: Date | null;
  readonly deploymentRecordedAt: Date | null;
  readonly endedOn: LocalDay | null;
  readonly reason: string | null;
}

/** Submits a delegation in writing (R07, R08). */
export function submittedDelegation(
  act: Act,
  request: WrittenRequest,
  { street, approval, otherUses = 0 }: StandingApproval,
) {
  const { kind, departmentCode: department, title, approvalId } = request;
  act.requireInput(checkSurplusApproval(request));
  const submittedOn = happenedOn(act, { field: 'submittedOn', day: request.submittedOn });
  const written = {
    documentNumber: request.documentNumber ?? '',
    documentTitle: request.documentTitle ?? '',
    documentDate: request.documentDate ?? '',
    legalBasis: request.legalBasis ?? '',
  };
  act.require(
    r07.check({
      kind,
      department,
      street,
      title,
      approval,
      approvalId,
      otherUses,
      today: submittedOn,
    }),
    r08.check({ ...written, submittedAt: momentOf(submittedOn, act.now) }),
  );
  const course: DelegationCourse = {
    state: delegationMachine.creation.to,
    opinion: null,
    opinionHeardAt: null,
    opinionRecordedAt: null,
    decisionId: null,
    deployment: null,
    deployedAt: null,
    deploymentRecordedAt: null,
    endedOn: null,
    reason: null,
  };
  return { ...written, ...course, submittedOn };
}

/** A matter delegated in writing needs no approval, and so cites none. */
function checkSurplusApproval({ kind, approvalId }: WrittenRequest): InputProblem | undefined {
  if (kind !== DelegationKind.DELEGATED_MATTER || approvalId === null) return undefined;
  return {
    field: 'approvalId',
    message: {
      zh: '书面委托不须区政府批准（R07），请去掉此项',
      en: 'A matter delegated in writing needs no approval by the district government (R07). Omit this field',
    },
  };
}

/** Requires the approval that a request rests on, at each step by which the street takes it on (R07). */
export const requireStanding = (
  act: Act,
  { kind, departmentCode: department, title }: Pick<WrittenRequest, 'kind' | 'departmentCode' | 'title'>,
  { street, approval, citedBy = 'delegationId' }: StandingApproval,
  today: LocalDay = localDay(act.now),
): void => act.require(r07.check({ kind, department, street, title, approval, citedBy, today }));

/** Records the street’s opinion on a delegation (R08, R10). @param day on which it was heard; today without it */
export function heardDelegation(
  act: Act,
  delegation: DelegationInStep & DelegationDays,
  opinion: string,
  day: Maybe<LocalDay> = null,
) {
  const state = act.step(delegationMachine, delegation, 'recordStreetOpinion');
  const on = happenedOn(act, { field: 'heardOn', day, earliest: lastStepOf(delegation) });
  return { state, opinion, opinionHeardAt: timeOn(act, on), opinionRecordedAt: act.now };
}

/** Records that 街道工委 approves a delegation, or rejects it (R07 to R10). @param standing null for a rejection */
export function decidedDelegation(
  act: Act,
  delegation: DelegationInDecision,
  decidedAt: Date,
  standing: StandingApproval | null,
) {
  const command = standing ? 'approveDelegation' : 'rejectDelegation';
  const state = act.step(delegationMachine, delegation, command);
  if (standing) {
    act.require(r09.check({ role: act.actor.role, act: 'ACCEPT_DELEGATION' }));
    requireStanding(act, delegation, standing, localDay(decidedAt));
  }
  const { documentNumber, documentTitle, documentDate, legalBasis, opinion } = delegation;
  const { opinionHeardAt: heardAt, opinionRecordedAt, submittedOn, createdAt } = delegation;
  const opinionHeardAt = heardAt && momentOf(localDay(heardAt), opinionRecordedAt ?? heardAt);
  const record = { documentNumber, documentTitle, documentDate, legalBasis, opinion, opinionHeardAt };
  const submittedAt = momentOf(submittedOn, createdAt);
  act.require(r08.check({ ...record, submittedAt, decidedAt }));
  return { state };
}

interface DelegationInDecision
  extends
    DelegationInStep,
    Omit<WrittenRequest, 'approvalId' | 'submittedOn'>,
    Pick<DelegationCourse, 'opinion' | 'opinionHeardAt' | 'opinionRecordedAt'> {
  readonly submittedOn: LocalDay;
  readonly createdAt: Date;
}

/** Deploys the work, with guidance to centers and communities (R07, R10). */
export function deployedDelegation(
  act: Act,
  delegation: DelegationInStep & DelegationDays & Pick<WrittenRequest, 'kind' | 'departmentCode' | 'title'>,
  { deployment, guidance = [], deployedOn = null, decidedAt }: Deployment,
  standing: StandingApproval,
) {
  const { state: before } = delegation;
  act.require(r10.check({ state: before, command: 'deployDelegation', deployment, guidance }));
  const state = act.step(delegationMachine, delegation, 'deployDelegation');
  const earliest = lastStepOf(delegation, decidedAt);
  const on = happenedOn(act, { field: 'deployedOn', day: deployedOn, earliest });
  requireStanding(act, delegation, standing, on);
  const values = { state, deployment: deployment ?? '', deployedAt: timeOn(act, on) };
  return { ...values, deploymentRecordedAt: act.now };
}

/** The work as it is deployed, and when the committee had decided. */
interface Deployment extends Pick<DelegationStep, 'deployment' | 'guidance'> {
  readonly deployedOn?: Maybe<LocalDay>;
  readonly decidedAt: Maybe<Date>;
}

/** Adds guidance for further centers and communities (R10). @param day on which it was given; today without it */
export function guidedDelegation(
  act: Act,
  delegation: DelegationInStep & DelegationDays,
  guidance: NonNullable<DelegationStep['guidance']>,
  day: Maybe<LocalDay> = null,
) {
  act.require(r10.check({ state: delegation.state, command: 'guideDelegation', guidance }));
  const state = act.step(delegationMachine, delegation, 'guideDelegation');
  const givenOn = happenedOn(act, { field: 'guidedOn', day, earliest: lastStepOf(delegation) });
  return { values: { state }, givenOn };
}

/** Sends back a task that is assigned directly under the name of a delegated matter (R07). */
export function sentBackDelegation(
  act: Act,
  delegation: DelegationInStep & DelegationDays & Pick<WrittenRequest, 'kind'>,
  reason: string,
  day: Maybe<LocalDay> = null,
) {
  const state = act.step(delegationMachine, delegation, 'sendBackDelegation');
  act.requireInput(checkSendable(delegation.kind));
  const endedOn = happenedOn(act, { field: 'sentBackOn', day, earliest: lastStepOf(delegation) });
  return { state, reason, endedOn };
}

/** A request that the district government approved is for 街道工委 to decide on. */
const checkSendable = (kind: string): InputProblem | undefined =>
  kind === DelegationKind.DELEGATED_MATTER
    ? undefined
    : {
        field: 'delegationId',
        message: {
          zh: '该事项已经区政府批准（R07），不能退还；请提交街道工委研究（approveDelegation、rejectDelegation）',
          en: 'The district government approved this request (R07). Let the Street Party Working Committee decide on it (approveDelegation, rejectDelegation)',
        },
      };

/** A withdrawal: why, on which day, and when the committee had decided, where it had. */
interface Withdrawal {
  readonly reason: string;
  readonly withdrawnOn?: Maybe<LocalDay>;
  readonly decidedAt?: Maybe<Date>;
}

/** Withdraws a delegation that is not dispatched yet (R10). */
export function withdrawnDelegation(
  act: Act,
  delegation: DelegationInStep & DelegationDays,
  { reason, withdrawnOn, decidedAt }: Withdrawal,
) {
  const state = act.step(delegationMachine, delegation, 'withdrawDelegation');
  const earliest = lastStepOf(delegation, decidedAt);
  const endedOn = happenedOn(act, { field: 'withdrawnOn', day: withdrawnOn, earliest });
  return { state, reason, endedOn };
}
