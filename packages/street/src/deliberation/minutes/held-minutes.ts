import type { CommandTransaction } from '@mtg/commands';
import {
  labelOf,
  labelsOf,
  meetingMachine,
  type Bilingual,
  type MeetingKind,
  type MeetingState,
} from '@mtg/governance';
import { Meeting } from '../meetings/meeting';
import { Minutes } from './minutes';

/** Loads minutes. The kind of meeting decides who keeps them. */
export const targetMinutes = async (
  input: { readonly minutesId: string },
  transaction: CommandTransaction,
): Promise<{ readonly variant: MeetingKind }> => {
  const { meetingId } = await transaction.get(Minutes, input.minutesId);
  return { variant: (await transaction.get(Meeting, meetingId)).kind };
};

/**
 * Minutes are kept of a meeting that was held, and issued when it is over.
 *
 * @throws PublicError CONFLICT
 */
export function requireHeld(
  transaction: CommandTransaction,
  meeting: Meeting,
  states: readonly MeetingState[],
): void {
  if (states.includes(meeting.state)) return;
  const state = labelOf(labelsOf(meetingMachine), meeting.state);
  const next = NEXT[meeting.state];
  throw transaction.conflict(meeting, {
    zh: `会议${meeting.number}${state.zh}。${next.zh}`,
    en: `Meeting ${meeting.number} is ${state.en}. ${next.en}`,
  });
}

/** The next action, by the state that came in the way. */
const NEXT: Readonly<Record<MeetingState, Bilingual>> = {
  CONVOKED: { zh: '请先召开（openMeeting）', en: 'Hold it first (openMeeting)' },
  OPEN: { zh: '请先闭会（closeMeeting）', en: 'Close it first (closeMeeting)' },
  CLOSED: { zh: '请在会议进行中办理', en: 'Do this while a meeting is open' },
  CANCELLED: { zh: '请引用已召开的会议', en: 'Cite a meeting that was held' },
};
