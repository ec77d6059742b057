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
    to: 'REGISTERED',
    authority: 'STREET',
  },
  transitions: [
    {
      command: 'recordPreliminaryOpinion',
      from: ['REGISTERED', 'DELIBERATED'],
      to: [
        {
          to: 'REGISTERED',
          when: {
            zh: '有一方尚无意见，或撤回了意见',
            en: 'one body has not recorded its opinion yet, or has withdrawn it',
          },
        },
        { to: 'DELIBERATED', when: { zh: '两方意见齐备', en: 'both bodies have recorded their opinions' } },
      ],
      authority: 'STREET_BODIES',
    },
    {
      command: 'decideMajorMatter',
      from: ['DELIBERATED'],
      to: 'DECIDED',
      authority: 'WORKING_COMMITTEE',
    },
  ],
  notes: [
    {
      zh: '通过或不通过都是决策，结果另记；不通过的事项如需再议，重新登记。',
      en: 'Approval and rejection are both decisions. The result is recorded separately from the state. To discuss a rejected matter again, register it again.',
    },
  ],
});

export const MajorMatterState = statesOf(majorMatterMachine);
export type MajorMatterState = StateOf<typeof majorMatterMachine>;
