import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** The supervision of an overdue work order (R12). */
export const supervisionMachine = defineMachine({
  name: 'supervision',
  title: { zh: '督办', en: 'supervision' },
  states: {
    OPEN: { label: { zh: '督办中', en: 'open' } },
    RESOLVED: { label: { zh: '已销号', en: 'resolved' }, terminal: true },
  },
  creation: {
    commands: [],
    label: { zh: '巡检发现逾期', en: 'a sweep finds an overdue order' },
    to: 'OPEN',
    authority: 'GENERAL_AFFAIRS_CENTER',
  },
  transitions: [
    {
      command: 'resolveSupervision',
      from: ['OPEN'],
      to: 'RESOLVED',
      authority: 'GENERAL_AFFAIRS_CENTER',
    },
  ],
  notes: [
    {
      zh: '派单仍逾期未办结的，下一次巡检会再开一条督办。原文没有规定督办的升级层级，平台不自行设定。',
      en: 'If the order stays overdue, the next sweep opens another supervision. The study defines no levels of escalation, so the platform sets none.',
    },
  ],
});

export const SupervisionState = statesOf(supervisionMachine);
export type SupervisionState = StateOf<typeof supervisionMachine>;
