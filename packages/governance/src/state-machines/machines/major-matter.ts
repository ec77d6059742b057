import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** A major matter on its way to the decision of 街道工委 (R01). */
export const majorMatterMachine = defineMachine({
  name: 'majorMatter',
  title: { zh: '重大事项', en: 'major matter' },
  rule: 'R01',
  states: {
    REGISTERED: { label: { zh: '已登记', en: 'registered' } },
    DELIBERATED: { label: { zh: '已协商并形成初步意见', en: 'deliberated' } },
    DECIDED: { label: { zh: '街道工委已决策', en: 'decided' }, terminal: true },
  },
  creation: {
    commands: ['registerMajorMatter'],
    label: { zh: '登记', en: 'register' },
    to: 'REGISTERED',
    authority: 'STREET',
  },
  transitions: [
    {
      command: 'recordPreliminaryOpinion',
      label: { zh: '记录一方的协商和初步意见', en: 'record one body’s consultation and opinion' },
      from: ['REGISTERED', 'DELIBERATED'],
      to: [
        {
          to: 'REGISTERED',
          when: { zh: '有一方尚无意见，或撤回了意见', en: 'one body has none yet, or has taken it back' },
        },
        { to: 'DELIBERATED', when: { zh: '两方意见齐备', en: 'both bodies have theirs' } },
      ],
      authority: 'STREET_BODIES',
    },
    {
      command: 'decideMajorMatter',
      label: { zh: '街道工委决策', en: 'decide' },
      from: ['DELIBERATED'],
      to: 'DECIDED',
      authority: 'WORKING_COMMITTEE',
    },
  ],
  notes: [
    {
      zh: '通过或不通过都是决策，结果另记；不通过的事项如需再议，重新登记。',
      en: 'An approval and a refusal are both decisions, and the outcome is recorded beside the state; a matter that is to be taken up again is registered again.',
    },
  ],
});

export const MajorMatterState = statesOf(majorMatterMachine);
export type MajorMatterState = StateOf<typeof majorMatterMachine>;
