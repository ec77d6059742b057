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
      zh: '未通过的事项不得向社区安排（R22）；再议时在以后的周例会上重新提出。',
      en: 'What was not passed may not reach a community (R22); it can be proposed again at a later weekly meeting.',
    },
  ],
});

export const WeeklyItemState = statesOf(weeklyItemMachine);
export type WeeklyItemState = StateOf<typeof weeklyItemMachine>;

/** A task assigned to a community (R22, R23, R25). */
export const assignmentMachine = defineMachine({
  name: 'assignment',
  title: { zh: '向社区安排的任务', en: 'community assignment' },
  states: {
    ASSIGNED: { label: { zh: '已布置', en: 'assigned' } },
    IN_PROGRESS: { label: { zh: '落实中', en: 'in progress' } },
    COMPLETED: { label: { zh: '已完成', en: 'completed' }, terminal: true },
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
      from: ['ASSIGNED', 'IN_PROGRESS'],
      to: [
        { to: 'IN_PROGRESS', when: { zh: '尚未完成', en: 'not completed yet' } },
        { to: 'COMPLETED', when: { zh: '已完成', en: 'completed' } },
      ],
      authority: 'COMMUNITY',
    },
  ],
});

export const AssignmentState = statesOf(assignmentMachine);
export type AssignmentState = StateOf<typeof assignmentMachine>;
