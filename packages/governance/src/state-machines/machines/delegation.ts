import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** A department's delegation to a street (R10). */
export const delegationMachine = defineMachine({
  name: 'delegation',
  title: { zh: '委托事项', en: 'delegation' },
  rule: 'R10',
  states: {
    SUBMITTED: { label: { zh: '已提交', en: 'submitted' } },
    OPINION_HEARD: { label: { zh: '已听取街道意见', en: 'opinion heard' } },
    APPROVED: { label: { zh: '街道工委研究通过', en: 'approved' } },
    DEPLOYED: { label: { zh: '已部署并提出指导性意见', en: 'deployed with guidance' } },
    DISPATCHED: { label: { zh: '已派单', en: 'dispatched' } },
    COMPLETED: { label: { zh: '已办结反馈', en: 'completed' } },
    CONFIRMED: { label: { zh: '部门已确认', en: 'confirmed' }, terminal: true },
    REJECTED: { label: { zh: '已退回', en: 'rejected' }, terminal: true },
    SENT_BACK: { label: { zh: '已退还', en: 'sent back' }, terminal: true },
    WITHDRAWN: { label: { zh: '已撤回', en: 'withdrawn' }, terminal: true },
  },
  creation: {
    commands: ['submitDelegation'],
    to: 'SUBMITTED',
    authority: 'DEPARTMENT',
  },
  transitions: [
    {
      command: 'recordStreetOpinion',
      from: ['SUBMITTED'],
      to: 'OPINION_HEARD',
      authority: 'STREET',
    },
    {
      command: 'approveDelegation',
      from: ['OPINION_HEARD'],
      to: 'APPROVED',
      authority: 'WORKING_COMMITTEE',
    },
    {
      command: 'rejectDelegation',
      from: ['OPINION_HEARD'],
      to: 'REJECTED',
      authority: 'WORKING_COMMITTEE',
      reasonRequired: true,
    },
    {
      command: 'deployDelegation',
      from: ['APPROVED'],
      to: 'DEPLOYED',
      authority: 'WORKING_COMMITTEE',
    },
    ...(['DEPLOYED', 'DISPATCHED'] as const).map((state) => ({
      command: 'guideDelegation' as const,
      from: [state],
      to: state,
      authority: 'WORKING_COMMITTEE' as const,
    })),
    {
      command: 'dispatchWorkOrder',
      from: ['DEPLOYED', 'DISPATCHED'],
      to: 'DISPATCHED',
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
    {
      command: 'concludeDelegation',
      from: ['DISPATCHED'],
      to: 'COMPLETED',
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
    {
      command: 'confirmConclusion',
      from: ['COMPLETED'],
      to: 'CONFIRMED',
      authority: 'DEPARTMENT',
    },
    {
      command: 'objectToConclusion',
      from: ['COMPLETED'],
      to: 'DISPATCHED',
      authority: 'DEPARTMENT',
      reasonRequired: true,
    },
    {
      command: 'sendBackDelegation',
      from: ['SUBMITTED', 'OPINION_HEARD'],
      to: 'SENT_BACK',
      authority: 'STREET',
      reasonRequired: true,
    },
    {
      command: 'withdrawDelegation',
      from: ['SUBMITTED', 'OPINION_HEARD', 'APPROVED', 'DEPLOYED'],
      to: 'WITHDRAWN',
      authority: 'DEPARTMENT',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '以书面委托的名义直接布置的任务，街道可以说明理由退还（R07）；退还后为终态，部门须取得区政府批准后重新提交。',
      en: 'The street can send back, with a reason, a task that is assigned directly under the name of a delegated matter (R07). That is final; the department submits it again with an approval by the district government.',
    },
    {
      zh: '退回也是街道工委的决定，与通过一样须在听取街道意见之后（R08、R10）。',
      en: 'A rejection is a decision of the Street Party Working Committee, as is an approval. Both come after the street’s opinion (R08, R10).',
    },
    {
      zh: '派单之后委托部门不能再撤回：工作已交给中心，停办由综合管理中心取消派单。',
      en: 'A dispatched delegation can no longer be withdrawn, since the work is with a center. The General Affairs Management Center stops it by cancelling orders.',
    },
    {
      zh: '原文的准入步骤到派单为止。派单均已办结并集中反馈（R13；取消的除外，协办单不算）之后，由综合管理中心登记办结；委托部门确认，或说明理由提出异议，异议使委托事项回到“已派单”。',
      en: 'The study’s steps end with dispatch. Once all orders are closed and reported (R13; not counting cancelled ones, and at least one that is no sub-order), the General Affairs Management Center concludes the delegation. The department confirms, or objects with a reason, which takes the delegation back to “dispatched”.',
    },
    {
      zh: '申请退单不使派单终结，也不使委托事项办结。派单全部取消的，委托事项仍为“已派单”：工作没有做，街道工委的决定仍然有效，由综合管理中心另行派单。',
      en: 'A requested return ends neither an order nor its delegation. If all orders were cancelled, the delegation stays “dispatched”: the work is not done and the committee’s decision is still in force, so the General Affairs Management Center dispatches another order.',
    },
  ],
});

export const DelegationState = statesOf(delegationMachine);
export type DelegationState = StateOf<typeof delegationMachine>;
