import {
  addDays,
  answeredConclusion,
  concludedDelegation,
  decidedDelegation,
  delegationMachine,
  deployedDelegation,
  heardDelegation,
  localDay,
  sentBackDelegation,
  submittedDelegation,
  withdrawnDelegation,
  type DelegationState,
  type LocalDay,
} from '@mtg/governance';
import { at, workday } from '../calendar';
import { ChangingRow } from '../changing-row';
import { THE_CLERK, THE_DISPATCHER, THE_LEADER, THE_OFFICER, titled } from '../people';
import { actOf } from '../rules';
import type { Story } from '../story';
import { TOPICS } from '../topics';
import { DEPARTMENTS } from './projects';

/** Results of handling a delegation by street and committee. */
export type DelegationFate = 'ADMITTED' | 'REJECTED' | 'WITHDRAWN' | 'SENT_BACK';

/** Days from the submission on which it is dispatched. */
const DISPATCHED_AFTER = 14;

const NOT_READY = '【样例】条件尚不具备';
const DIRECT = '【样例】属直接布置的任务，须先经区政府批准';

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
  const standing = { street: story.street.code, approval: null };
  const department = story.random.pick(DEPARTMENTS);
  const title = titled(story.random.pick(TOPICS));
  const kind = 'DELEGATED_MATTER' as const;
  const request = { kind, departmentCode: department, title, approvalId: null };
  const values = submittedDelegation(
    actOf(THE_OFFICER, submittedAt),
    {
      ...request,
      documentNumber: story.document('委托', submittedAt).number,
      documentTitle: `${title}委托函`,
      documentDate: workday(day),
      legalBasis: '【样例】有关法律法规条款',
    },
    standing,
  );
  const id = story.random.idAt(submittedAt);
  const changing = new ChangingRow(id, submittedAt, { ...request, ...values });
  if (story.isPast(heardAt)) {
    const opinion = '【样例】同意承接';
    changing.change(heardAt, heardDelegation(actOf(THE_LEADER, heardAt), changing.row, opinion));
  }
  let decision: { readonly id: string; readonly number: string } | undefined;
  if (story.isPast(decidedAt) && fate === 'WITHDRAWN') {
    changing.change(
      decidedAt,
      withdrawnDelegation(actOf(THE_OFFICER, decidedAt), changing.row, { reason: NOT_READY }),
    );
  } else if (story.isPast(decidedAt) && fate === 'SENT_BACK') {
    changing.change(decidedAt, sentBackDelegation(actOf(THE_LEADER, decidedAt), changing.row, DIRECT));
  } else if (story.isPast(decidedAt)) {
    const isPassed = fate === 'ADMITTED';
    const heard = { ...changing.row, createdAt: submittedAt };
    const act = actOf(THE_CLERK, decidedAt);
    const decided = decidedDelegation(act, heard, decidedAt, isPassed ? standing : null);
    const outcome = isPassed ? 'APPROVED' : 'REJECTED';
    decision = story.decide(decidedAt, 'DELEGATION', '【样例】经研究决定', outcome);
    const reason = isPassed ? null : NOT_READY;
    changing.change(decidedAt, { ...decided, decisionId: decision.id, reason });
  }
  const text = '【样例】认真组织，做好记录';
  const center = story.random.pick(story.centers);
  const community = story.random.pick(center.communities);
  const guidance = [
    { centerCode: center.code, communityCode: null, text },
    { centerCode: null, communityCode: community, text },
  ];
  const isDeployed = changing.values.state === 'APPROVED' && story.isPast(deployedAt);
  if (isDeployed) {
    const addressed = [center.code, community].map((addressee) => ({ addressee, text }));
    const brought = { deployment: '【样例】由有关中心承办', guidance: addressed, decidedAt };
    changing.change(
      deployedAt,
      deployedDelegation(actOf(THE_CLERK, deployedAt), changing.row, brought, standing),
    );
    const givenOn = localDay(deployedAt);
    for (const each of guidance) {
      story.add('DelegationGuidance', deployedAt, { delegationId: id, ...each, givenOn });
    }
  }
  return {
    id,
    department,
    dispatchedAt: isDeployed && story.isPast(dispatchedAt) ? dispatchedAt : undefined,
    state: changing.values.state,
    committeeDecision: decision?.number,
    title,
    guided: { center: center.code, community },
    write: ({ orders, reportedAt }) => {
      if (orders > 0) {
        const act = actOf(THE_DISPATCHER, dispatchedAt);
        const state = act.step(delegationMachine, changing.row, 'dispatchWorkOrder');
        changing.change(dispatchedAt, { state });
      }
      if (reportedAt) concludeDelegation(story, changing, reportedAt);
      story.write('Delegation', changing, { ...changing.values, title, content: `${title}：委托内容` });
    },
  };
}

/** Share of conclusions that the department objects to, once. */
const OBJECTED = 0.2;

/** Concludes a delegation after the report on its order, and lets its department answer (R10). */
function concludeDelegation(
  story: Story,
  delegation: ChangingRow<{ readonly state: DelegationState }>,
  reportedAt: Date,
): void {
  const reported = [
    { number: '', state: 'CLOSED', parentId: null, feedbackReportId: delegation.id },
  ] as const;
  const on = (days: number, hour: number): Date => at(workday(addDays(localDay(reportedAt), days)), hour);
  const add = (
    moment: Date,
    { values, conclusion }: ReturnType<typeof answeredConclusion> | ReturnType<typeof concludedDelegation>,
  ): void => {
    delegation.change(moment, values);
    story.add('DelegationConclusion', moment, { delegationId: delegation.id, ...conclusion });
  };
  const conclude = (moment: Date, text: string): void => {
    if (!story.isPast(moment)) return;
    add(
      moment,
      concludedDelegation(actOf(THE_DISPATCHER, moment), delegation.row, reported, { text: titled(text) }),
    );
  };
  const answer = (moment: Date, objection: string | null): void => {
    if (!story.isPast(moment)) return;
    add(moment, answeredConclusion(actOf(THE_OFFICER, moment), delegation.row, { text: objection }));
  };
  const isObjectedTo = story.randomFor(`conclusions/${delegation.id}`).chance(OBJECTED);
  conclude(on(1, 10), '委托事项已办结');
  if (isObjectedTo) {
    answer(on(3, 10), titled('请补充办理清单'));
    conclude(on(6, 10), '已补充办理清单');
  }
  answer(on(27, 10), null);
}
