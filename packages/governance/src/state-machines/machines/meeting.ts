import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** A meeting of any kind. */
export const meetingMachine = defineMachine({
  name: 'meeting',
  title: { zh: '会议', en: 'meeting' },
  states: {
    CONVOKED: { label: { zh: '已召集', en: 'convened' } },
    OPEN: { label: { zh: '进行中', en: 'open' } },
    CLOSED: { label: { zh: '已闭会', en: 'closed' }, terminal: true },
    CANCELLED: { label: { zh: '已取消', en: 'cancelled' }, terminal: true },
  },
  creation: {
    commands: ['convokeMeeting'],
    to: 'CONVOKED',
    authority: 'CONVENER',
  },
  transitions: [
    {
      command: 'openMeeting',
      from: ['CONVOKED'],
      to: 'OPEN',
      authority: 'CONVENER',
    },
    {
      command: 'closeMeeting',
      from: ['OPEN'],
      to: 'CLOSED',
      authority: 'CONVENER',
    },
    {
      command: 'cancelMeeting',
      from: ['CONVOKED'],
      to: 'CANCELLED',
      authority: 'CONVENER',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '已经开始的会议只能闭会，不能取消：会上的汇报和通过的事项不会消失。',
      en: 'A meeting that has started can only be closed, not cancelled, so that its reports and decisions are kept.',
    },
  ],
});

export const MeetingState = statesOf(meetingMachine);
export type MeetingState = StateOf<typeof meetingMachine>;
