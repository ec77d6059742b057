import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** An item that a center puts to the weekly meeting (R22). */
export const weeklyItemMachine = defineMachine({
  name: 'weeklyItem',
  title: { zh: '周例会事项', en: 'weekly meeting item' },
  states: {
    PROPOSED: { label: { zh: '已提出', en: 'proposed' } },
    PASSED: { label: { zh: '已通过', en: 'passed' }, terminal: true },
    NOT_PASSED: { label: { zh: '未通过', en: 'not passed' }, terminal: true },
  },
  creation: {
    commands: ['proposeWeeklyItem'],
    label: { zh: '提出', en: 'propose' },
    to: 'PROPOSED',
    authority: 'CENTER',
  },
  transitions: [
    {
      command: 'decideWeeklyItem',
      label: { zh: '会上议决', en: 'decide in the meeting' },
      from: ['PROPOSED'],
      to: [
        { to: 'PASSED', when: { zh: '通过', en: 'passed' } },
        { to: 'NOT_PASSED', when: { zh: '未通过', en: 'not passed' } },
      ],
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
  ],
  notes: [
    {
      zh: '未通过的事项不得向社区安排（R22）；再议时在以后的周例会上重新提出。闭会时仍未议决的事项保持“已提出”，不能再议决，同样重新提出。',
      en: 'What was not passed may not reach a community (R22); it can be proposed again at a later weekly meeting. What is undecided when its meeting closes stays proposed, cannot be decided any more, and is proposed again in the same way.',
    },
  ],
});

export const WeeklyItemState = statesOf(weeklyItemMachine);
export type WeeklyItemState = StateOf<typeof weeklyItemMachine>;

const OPEN = ['ASSIGNED', 'IN_PROGRESS'] as const;

/** A task assigned to a community (R22, R23, R25). */
export const assignmentMachine = defineMachine({
  name: 'assignment',
  title: { zh: '向社区安排的任务', en: 'community assignment' },
  states: {
    ASSIGNED: { label: { zh: '已布置', en: 'assigned' } },
    IN_PROGRESS: { label: { zh: '落实中', en: 'in progress' } },
    COMPLETED: { label: { zh: '已完成', en: 'completed' }, terminal: true },
    WITHDRAWN: { label: { zh: '已收回', en: 'withdrawn' }, terminal: true },
  },
  creation: {
    commands: ['issueAssignmentBatch'],
    label: { zh: '集中布置', en: 'issue in a batch' },
    to: 'ASSIGNED',
    authority: 'GENERAL_AFFAIRS_CENTER',
  },
  transitions: [
    {
      command: 'reportProgress',
      label: { zh: '报告进展', en: 'report progress' },
      from: OPEN,
      to: [
        { to: 'IN_PROGRESS', when: { zh: '尚未完成', en: 'not completed yet' } },
        { to: 'COMPLETED', when: { zh: '已完成', en: 'completed' } },
      ],
      authority: 'COMMUNITY',
    },
    {
      command: 'withdrawAssignment',
      label: { zh: '收回', en: 'withdraw' },
      from: OPEN,
      to: 'WITHDRAWN',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
    {
      command: 'cancelWorkOrder',
      label: { zh: '取消其派单', en: 'cancel the order that it carries out' },
      from: OPEN,
      to: 'WITHDRAWN',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '原文没有写收回任务。派单取消后，社区不必再为它工作，未完成的任务随之收回；其他任务，和派单仍在办理的任务，由综合管理中心收回。已完成的任务不变；再次布置须重新通过周例会（R22）。',
      en: 'The study does not speak of withdrawal. Once an order is cancelled, no community is to work for it, and what is not completed is withdrawn with it; a center hands back only what it has not accepted, and so has not brought to a community; other tasks, and those of an order that still stands, are withdrawn by the General Affairs Management Center. What is completed stays. To be assigned again, a matter passes a weekly meeting again (R22).',
    },
  ],
});

export const AssignmentState = statesOf(assignmentMachine);
export type AssignmentState = StateOf<typeof assignmentMachine>;

/** Tasks that a community is still at. */
export const OPEN_ASSIGNMENT_STATES: readonly AssignmentState[] = OPEN;
