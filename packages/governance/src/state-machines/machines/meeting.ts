import { defineMachine, statesOf, type StateOf } from '../state-machine';

/** A meeting of any kind. */
export const meetingMachine = defineMachine({
  name: 'meeting',
  title: { zh: '会议', en: 'meeting' },
  states: {
    CONVOKED: { label: { zh: '已召集', en: 'convoked' } },
    OPEN: { label: { zh: '进行中', en: 'open' } },
    CLOSED: { label: { zh: '已闭会', en: 'closed' }, terminal: true },
    CANCELLED: { label: { zh: '已取消', en: 'cancelled' }, terminal: true },
  },
  creation: {
    commands: ['convokeMeeting'],
    label: { zh: '召集', en: 'convoke' },
    to: 'CONVOKED',
    authority: 'CONVENER',
  },
  transitions: [
    {
      command: 'openMeeting',
      label: { zh: '开会', en: 'open' },
      from: ['CONVOKED'],
      to: 'OPEN',
      authority: 'CONVENER',
    },
    {
      command: 'closeMeeting',
      label: { zh: '闭会', en: 'close' },
      from: ['OPEN'],
      to: 'CLOSED',
      authority: 'CONVENER',
    },
    {
      command: 'cancelMeeting',
      label: { zh: '取消', en: 'cancel' },
      from: ['CONVOKED'],
      to: 'CANCELLED',
      authority: 'CONVENER',
      reasonRequired: true,
    },
  ],
  notes: [
    {
      zh: '已经开始的会议只能闭会，不能取消：会上的汇报和通过的事项不会消失。',
      en: 'A meeting that has begun can only be closed, not cancelled: what was reported and passed in it does not vanish.',
    },
  ],
});

export const MeetingState = statesOf(meetingMachine);
export type MeetingState = StateOf<typeof meetingMachine>;
