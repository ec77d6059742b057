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
    label: { zh: '起草', en: 'draft' },
    to: 'DRAFT',
    authority: 'CONVENER',
  },
  transitions: [
    {
      command: 'reviseMinutes',
      label: { zh: '修改', en: 'revise' },
      from: ['DRAFT'],
      to: 'DRAFT',
      authority: 'CONVENER',
    },
    {
      command: 'issueMinutes',
      label: { zh: '印发', en: 'issue' },
      from: ['DRAFT'],
      to: 'ISSUED',
      authority: 'CONVENER',
    },
  ],
  notes: [
    {
      zh: '印发后不可更改；更正写入以后会议的纪要。',
      en: 'Issued minutes are immutable; a correction goes into the minutes of a later meeting.',
    },
  ],
});

export const MinutesState = statesOf(minutesMachine);
export type MinutesState = StateOf<typeof minutesMachine>;
