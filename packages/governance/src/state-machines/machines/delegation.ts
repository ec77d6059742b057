import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** An order that comes to nothing may be the last one that a delegation waited for. */
const WHEN_AN_ORDER_ENDS = [
  {
    to: 'COMPLETED',
    when: {
      zh: '其余派单均已反馈（取消、退回的除外），且至少有一个已反馈',
      en: 'all other orders are reported, except cancelled and returned ones, and at least one is',
    },
  },
  {
    to: 'DISPATCHED',
    when: {
      zh: '尚有派单未反馈，或一个也没有反馈',
      en: 'another order is not reported yet, or none is',
    },
  },
] as const;

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
    COMPLETED: { label: { zh: '已办结反馈', en: 'completed' }, terminal: true },
    REJECTED: { label: { zh: '已退回', en: 'rejected' }, terminal: true },
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
    {
      command: 'dispatchWorkOrder',
      from: ['DEPLOYED', 'DISPATCHED'],
      to: 'DISPATCHED',
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
    {
      command: 'issueFeedbackReport',
      from: ['DISPATCHED'],
      to: [
        {
          to: 'COMPLETED',
          when: {
            zh: '其派单均已反馈（取消、退回的除外）',
            en: 'all orders are reported, except cancelled and returned ones',
          },
        },
        { to: 'DISPATCHED', when: { zh: '尚有派单未反馈', en: 'an order is not reported yet' } },
      ],
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
    {
      command: 'cancelWorkOrder',
      from: ['DISPATCHED'],
      to: WHEN_AN_ORDER_ENDS,
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
    {
      command: 'returnWorkOrder',
      from: ['DISPATCHED'],
      to: WHEN_AN_ORDER_ENDS,
      authority: 'CENTER',
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
      zh: '退回也是街道工委的决定，与通过一样须在听取街道意见之后（R08、R10）。',
      en: 'A rejection is a decision of the Street Party Working Committee, as is an approval. Both come after the street’s opinion (R08, R10).',
    },
    {
      zh: '派单之后委托部门不能再撤回：工作已交给中心，停办由综合管理中心取消派单。',
      en: 'A dispatched delegation can no longer be withdrawn, since the work is with a center. The General Affairs Management Center stops it by cancelling orders.',
    },
    {
      zh: '原文的准入步骤到派单为止；“已办结反馈”由集中反馈（R13）得出，使委托部门看到结果。至少有一个办结的派单（协办单不算）才能办结委托事项。',
      en: 'The study’s steps end with dispatch. Completion follows from feedback (R13), so that the department sees the result of its delegation. At least one order, not counting sub-orders, must be closed.',
    },
    {
      zh: '派单全部取消或退回而没有一个反馈的，委托事项仍为“已派单”：工作没有做，街道工委的决定仍然有效，由综合管理中心另行派单。',
      en: 'If all orders were cancelled or returned and none was reported, the delegation stays “dispatched”: the work is not done and the committee’s decision is still in force, so the General Affairs Management Center dispatches another order.',
    },
  ],
});

export const DelegationState = statesOf(delegationMachine);
export type DelegationState = StateOf<typeof delegationMachine>;
