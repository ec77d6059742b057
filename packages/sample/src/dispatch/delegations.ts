import {
  addDays,
  delegationMachine,
  r07,
  r08,
  r09,
  r10,
  type DelegationState,
  type LocalDay,
} from '@mtg/governance';
import { at, workday } from '../calendar';
import { titled } from '../people';
import { keep, stepOf } from '../rules';
import type { Story } from '../story';
import { TOPICS } from '../topics';
import { DEPARTMENTS } from './projects';

/** What street and committee make of a delegation. */
export type DelegationFate = 'ADMITTED' | 'REJECTED' | 'WITHDRAWN';

/** Days from the submission on which it is dispatched. */
const DISPATCHED_AFTER = 14;

export interface SubmittedDelegation {
  readonly id: string;
  readonly department: string;
  /** Where it is admitted, and that has happened. */
  readonly dispatchedAt: Date | undefined;
  readonly state: DelegationState;
  readonly committeeDecision: string | undefined;
  readonly title: string;
  /** The center and the community that are guided on it when it is deployed. */
  readonly guided: { readonly center: string; readonly community: string };
  /** @param course what its orders made of it */
  readonly write: (course: { readonly orders: number; readonly reportedAt: Date | undefined }) => void;
}

/** A delegation from its submission to its dispatch, as far as time has come (R07, R08, R10). */
export function submitDelegation(story: Story, day: LocalDay, fate: DelegationFate): SubmittedDelegation {
  const submittedAt = at(workday(day), 9);
  const heardAt = at(addDays(workday(day), 3), 15);
  const decidedAt = at(addDays(workday(day), 7), 10);
  const deployedAt = at(addDays(workday(day), 10), 10);
  const dispatchedAt = at(addDays(workday(day), DISPATCHED_AFTER), 14);
  const department = story.random.pick(DEPARTMENTS);
  const title = titled(story.random.pick(TOPICS));
  const written = {
    documentNumber: story.document('委托', submittedAt).number,
    documentTitle: `${title}委托函`,
    documentDate: workday(day),
    legalBasis: '【样例】有关法律法规条款',
  };
  const kind = 'DELEGATED_MATTER';
  keep(r07.check({ kind, department, street: story.street.code, today: workday(day) }));
  keep(r08.check({ ...written, submittedAt }));

  const id = story.random.idAt(submittedAt);
  let state = delegationMachine.creation.to;
  let updatedAt = submittedAt;
  let version = 1;
  const go = (command: string, moment: Date, outcome?: DelegationState): boolean => {
    if (!story.isPast(moment)) return false;
    ({ to: state } = stepOf(delegationMachine, state, command, outcome));
    [updatedAt, version] = [moment, version + 1];
    return true;
  };
  const isHeard = go('recordStreetOpinion', heardAt);
  const opinion = isHeard ? '【样例】同意承接' : null;
  const decides = isHeard && fate !== 'WITHDRAWN' && story.isPast(decidedAt);
  if (decides) {
    keep(r09.check({ role: 'COMMITTEE_CLERK', act: 'ACCEPT_DELEGATION' }));
    keep(r08.check({ ...written, submittedAt, opinion, opinionHeardAt: heardAt, decidedAt }));
  }
  const decision = decides
    ? story.decide(
        decidedAt,
        'DELEGATION',
        '【样例】经研究决定',
        fate === 'REJECTED' ? 'REJECTED' : 'APPROVED',
      )
    : undefined;
  if (decides) go(fate === 'REJECTED' ? 'rejectDelegation' : 'approveDelegation', decidedAt);
  if (fate === 'WITHDRAWN' && isHeard) go('withdrawDelegation', decidedAt);
  const text = '【样例】认真组织，做好记录';
  const center = story.random.pick(story.centers);
  const community = story.random.pick(center.communities);
  const guidance = [
    { centerCode: center.code, communityCode: null, text },
    { centerCode: null, communityCode: community, text },
  ];
  const before = state;
  const isDeployed = state === 'APPROVED' && go('deployDelegation', deployedAt);
  if (isDeployed) {
    const addressed = guidance.map((each) => ({
      ...each,
      addressee: each.centerCode ?? each.communityCode ?? '',
    }));
    const deployment = '由有关中心承办';
    keep(r10.check({ state: before, command: 'deployDelegation', deployment, guidance: addressed }));
    for (const each of guidance) story.add('DelegationGuidance', deployedAt, { delegationId: id, ...each });
  }
  return {
    id,
    department,
    dispatchedAt: isDeployed && story.isPast(dispatchedAt) ? dispatchedAt : undefined,
    state,
    committeeDecision: decision?.number,
    title,
    guided: { center: center.code, community },
    write: ({ orders, reportedAt }) => {
      if (orders > 0) go('dispatchWorkOrder', dispatchedAt);
      if (reportedAt) go('issueFeedbackReport', reportedAt, 'COMPLETED');
      const values = {
        state,
        departmentCode: department,
        kind,
        title,
        content: `${title}：委托内容`,
        ...written,
        approvalId: null,
        opinion,
        opinionHeardAt: isHeard ? heardAt : null,
        decisionId: decision?.id ?? null,
        deployment: isDeployed ? '【样例】由有关中心承办' : null,
        deployedAt: isDeployed ? deployedAt : null,
        reason: state === 'REJECTED' || state === 'WITHDRAWN' ? '【样例】条件尚不具备' : null,
      } as const;
      story.add('Delegation', submittedAt, values, { id, updatedAt, version });
    },
  };
}
