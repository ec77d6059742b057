import { defineMachine, statesOf, statesThatAre, type StateOf } from '../state-machine';

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
    to: 'PROPOSED',
    authority: 'CENTER',
  },
  transitions: [
    {
      command: 'decideWeeklyItem',
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
      en: 'Items that were not passed may not be assigned to communities (R22). They can be proposed again at a later weekly meeting. Items undecided when the meeting closes stay “proposed”, can no longer be decided, and are proposed again in the same way.',
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
    ASSIGNED: { label: { zh: '已布置', en: 'assigned' }, open: true },
    IN_PROGRESS: { label: { zh: '落实中', en: 'in progress' }, open: true },
    COMPLETED: { label: { zh: '已完成', en: 'completed' }, terminal: true },
    WITHDRAWN: { label: { zh: '已收回', en: 'withdrawn' }, terminal: true },
  },
  creation: {
    commands: ['issueAssignmentBatch'],
    to: 'ASSIGNED',
    authority: 'GENERAL_AFFAIRS_CENTER',
  },
  transitions: [
    {
      command: 'reportProgress',
      from: OPEN,
      to: [
        { to: 'IN_PROGRESS', when: { zh: '尚未完成', en: 'not completed yet' } },
        { to: 'COMPLETED', when: { zh: '已完成', en: 'completed' } },
      ],
      authority: 'COMMUNITY',
    },
    {
      command: 'withdrawAssignment',
      from: OPEN,
      to: 'WITHDRAWN',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
    {
      command: 'cancelWorkOrder',
      from: OPEN,
      to: 'WITHDRAWN',
      authority: 'GENERAL_AFFAIRS_CENTER',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '原文没有写收回任务。派单取消后，社区不必再为它工作，未完成的任务随之收回；其他任务，和派单仍在办理的任务，由综合管理中心收回。已完成的任务不变；再次布置须重新通过周例会（R22）。',
      en: 'The study does not mention withdrawal. When an order is cancelled, its uncompleted tasks are withdrawn with it, since communities no longer need to work on them. A center can return only orders that it has not accepted, which have no tasks yet. Other tasks, and those of orders still in force, are withdrawn by the General Affairs Management Center. Completed tasks stay. To be assigned again, an item must pass a weekly meeting again (R22).',
    },
  ],
});

export const AssignmentState = statesOf(assignmentMachine);
export type AssignmentState = StateOf<typeof assignmentMachine>;

/** Tasks that a community is still at. */
export const OPEN_ASSIGNMENT_STATES: readonly AssignmentState[] = statesThatAre('open', assignmentMachine);
