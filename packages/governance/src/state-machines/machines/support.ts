import { defineMachine, statesOf, statesThatAre, type StateOf } from '../state-machine';

/** A problem of a community that centers help to solve (R28). */
export const supportIssueMachine = defineMachine({
  name: 'supportIssue',
  title: { zh: '支持保障事项', en: 'support issue' },
  states: {
    RAISED: { label: { zh: '已提出', en: 'raised' }, open: true },
    TAKEN_UP: { label: { zh: '已研究承办', en: 'taken up' }, open: true },
    SOLVED: { label: { zh: '已解决待确认', en: 'solved and not confirmed yet' }, open: true },
    CONFIRMED: { label: { zh: '社区已确认', en: 'confirmed by the community' }, terminal: true },
  },
  creation: { commands: ['raiseSupportIssue'], to: 'RAISED', authority: 'CENTER' },
  transitions: [
    { command: 'takeUpSupportIssue', from: ['RAISED'], to: 'TAKEN_UP', authority: 'STREET' },
    { command: 'recordContribution', from: ['TAKEN_UP'], to: 'TAKEN_UP', authority: 'CENTER' },
    {
      command: 'citeSupportOrder',
      from: ['TAKEN_UP'],
      to: 'TAKEN_UP',
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
    { command: 'solveSupportIssue', from: ['TAKEN_UP'], to: 'SOLVED', authority: 'CENTER' },
    { command: 'confirmSolution', from: ['SOLVED'], to: 'CONFIRMED', authority: 'COMMUNITY' },
    {
      command: 'objectToSolution',
      from: ['SOLVED'],
      to: 'TAKEN_UP',
      authority: 'COMMUNITY',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '社区有异议的，事项回到承办中，直到社区确认为止。',
      en: 'An issue to whose solution the community objects is taken up again, until the community confirms.',
    },
  ],
});

export const SupportIssueState = statesOf(supportIssueMachine);
export type SupportIssueState = StateOf<typeof supportIssueMachine>;

/** States of an issue that the community has not confirmed as solved. */
export const OPEN_SUPPORT_STATES: readonly SupportIssueState[] = statesThatAre('open', supportIssueMachine);
