import { addDays } from '@mtg/governance';
import { createHash } from 'node:crypto';
import { communitySecretary, officer } from '../actors';
import { headOf } from './meetings';
import type { Routine } from './routine';
import { COMMUNITY, people, STREET, type YearStage } from './stage';

export const secretary = communitySecretary(STREET, COMMUNITY);

const decision = (stage: YearStage, number: string) => ({
  number: `大峪工委〔${stage.today()}〕${number}`,
  decidedAt: stage.instant(),
  summary: '同意',
});

/** A delegation of a department, from its request to its deployment (R08, R10). @returns its id */
export async function admitDelegation(stage: YearStage, departmentCode: string): Promise<string> {
  const request = {
    departmentCode,
    kind: 'DELEGATED_MATTER',
    title: '社区矫正对象走访',
    content: '每月走访一次',
    documentNumber: `门司发〔${stage.today()}〕`,
    documentTitle: '关于委托开展走访的函',
    documentDate: stage.today(),
    legalBasis: '《中华人民共和国社区矫正法》第九条',
  };
  const delegationId = await stage.make('delegation', 'submitDelegation', request, officer(departmentCode));
  await stage.step('recordStreetOpinion', { delegationId, opinion: '同意承接' }, people.leader);
  await stage.step('approveDelegation', { delegationId, decision: decision(stage, '委') }, people.clerk);
  const guidance = [
    { centerCode: 'PUBLIC_SECURITY', text: '做好记录' },
    { communityCode: COMMUNITY, text: '提供场地' },
  ];
  await stage.step(
    'deployDelegation',
    { delegationId, deployment: '综治维稳中心牵头', guidance },
    people.clerk,
  );
  return delegationId;
}

/** A key point of the year’s work (R11). @returns its id */
export const keyPoint = (stage: YearStage): Promise<string> => {
  const input = {
    year: Number(stage.today().slice(0, 4)),
    number: 1,
    title: '平安社区',
    content: '消除隐患',
  };
  return stage.make('keyPoint', 'adoptKeyPoint', { ...input, decision: decision(stage, '要') }, people.clerk);
};

/** A project charter that the retreat drew up (R19). @returns its id */
export const charter = (stage: YearStage, retreatMeetingId: string): Promise<string> => {
  const input = {
    title: '平安社区',
    goals: '消除隐患',
    departmentCodes: ['JUSTICE'],
    communityCodes: [COMMUNITY],
  };
  const deadline = `${stage.today().slice(0, 4)}-12-31`;
  return stage.make('project', 'charterProject', { ...input, deadline, retreatMeetingId }, people.dispatcher);
};

const head = headOf('PUBLIC_SECURITY');

/** An order for 综治维稳中心, due in so many days, which accepts and starts it (R11). @returns its id */
export async function dispatch(
  stage: YearStage,
  title: string,
  cited: { readonly projectId: string } & Readonly<Record<string, unknown>>,
  days = 20,
): Promise<string> {
  const what = { title, content: title, centerCode: 'PUBLIC_SECURITY', responsiblePerson: '中心主任' };
  const input = { ...what, deadline: addDays(stage.today(), days), ...cited };
  const workOrderId = await stage.make('workOrder', 'dispatchWorkOrder', input, people.dispatcher);
  for (const command of ['acceptWorkOrder', 'startWorkOrder'])
    await stage.step(command, { workOrderId }, head);
  return workOrderId;
}

/** An order that was started, to its end, with evidence (R11). */
export async function finish(stage: YearStage, workOrderId: string): Promise<void> {
  const sha256 = createHash('sha256').update(workOrderId).digest('hex');
  const evidence = { title: '记录', uri: `urn:doc:${workOrderId}`, mediaType: 'application/pdf', sha256 };
  await stage.step('attachEvidence', { workOrderId, ...evidence }, head);
  await stage.step('submitWorkOrder', { workOrderId }, head);
  for (const command of ['verifyWorkOrder', 'closeWorkOrder']) {
    await stage.step(command, { workOrderId }, people.dispatcher);
  }
}

/** 综合管理中心 reports finished orders to a department (R13). */
export const feedBack = (
  stage: YearStage,
  departmentCode: string,
  workOrderIds: readonly string[],
): Promise<void> =>
  stage.step(
    'issueFeedbackReport',
    {
      title: '办理情况',
      text: '已办结',
      recipients: ['DEPARTMENT'],
      departmentCodes: [departmentCode],
      workOrderIds,
    },
    people.dispatcher,
  );

/** 综合管理中心 concludes a delegation, and its department confirms (R10). */
export async function concludeDelegation(
  stage: YearStage,
  delegationId: string,
  departmentCode: string,
): Promise<void> {
  await stage.step('concludeDelegation', { delegationId, text: '已办结' }, people.dispatcher);
  await stage.step('confirmConclusion', { delegationId }, officer(departmentCode));
}

/** A community’s task by an order: passed in the next weekly meeting, issued with the five requisites, and done (R22, R23, R25). */
export async function reachCommunity(stage: YearStage, routine: Routine, workOrderId: string): Promise<void> {
  const item = { title: '走访矫正对象', content: '每月一次', communityCodes: [COMMUNITY], workOrderId };
  const { meetingId, weeklyItemId } = await routine.pass(item);
  const five = {
    goal: '全覆盖',
    content: '每月一次',
    form: '入户',
    training: '岗前培训',
    instructor: '中心联系人',
  };
  const batch = { meetingId, assignments: [{ weeklyItemId, communityCode: COMMUNITY, ...five }] };
  const issued = await stage.street('issueAssignmentBatch', batch, people.dispatcher, 'assignments { id }');
  const assignmentId = String(issued['assignments'][0].id);
  await stage.step('reportProgress', { assignmentId, text: '已走访', completed: true }, secretary);
}
