import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** A personnel suggestion on its way to the unit and 区委组织部 (R15). */
export const personnelSuggestionMachine = defineMachine({
  name: 'personnelSuggestion',
  title: { zh: '人事建议', en: 'personnel suggestion' },
  rule: 'R15',
  states: {
    DRAFTED: { label: { zh: '已拟', en: 'drafted' } },
    SIGNED: { label: { zh: '已签发', en: 'signed' } },
    SENT: { label: { zh: '已送达', en: 'sent' } },
    ANSWERED: { label: { zh: '已答复', en: 'answered' }, terminal: true },
  },
  creation: { commands: ['draftPersonnelSuggestion'], to: 'DRAFTED', authority: 'WORKING_COMMITTEE' },
  transitions: [
    { command: 'signPersonnelSuggestion', from: ['DRAFTED'], to: 'SIGNED', authority: 'STREET' },
    { command: 'sendPersonnelSuggestion', from: ['SIGNED'], to: 'SENT', authority: 'WORKING_COMMITTEE' },
    { command: 'answerPersonnelSuggestion', from: ['SENT'], to: 'ANSWERED', authority: 'UNIT_OF_MEMBER' },
  ],
});

export const PersonnelSuggestionState = statesOf(personnelSuggestionMachine);
export type PersonnelSuggestionState = StateOf<typeof personnelSuggestionMachine>;
