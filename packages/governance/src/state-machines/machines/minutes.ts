import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** The minutes of a meeting (R06). */
export const minutesMachine = defineMachine({
  name: 'minutes',
  title: { zh: '会议纪要', en: 'set of minutes' },
  states: {
    DRAFT: { label: { zh: '草稿', en: 'draft' } },
    ISSUED: { label: { zh: '已印发', en: 'issued' }, terminal: true },
  },
  creation: {
    commands: ['draftMinutes'],
    to: 'DRAFT',
    authority: 'CONVENER',
  },
  transitions: [
    {
      command: 'reviseMinutes',
      from: ['DRAFT'],
      to: 'DRAFT',
      authority: 'CONVENER',
    },
    {
      command: 'issueMinutes',
      from: ['DRAFT'],
      to: 'ISSUED',
      authority: 'CONVENER',
    },
  ],
  notes: [
    {
      zh: '印发后不可更改；更正写入以后会议的纪要。',
      en: 'Issued minutes cannot be changed. Corrections go into the minutes of a later meeting.',
    },
  ],
});

export const MinutesState = statesOf(minutesMachine);
export type MinutesState = StateOf<typeof minutesMachine>;
