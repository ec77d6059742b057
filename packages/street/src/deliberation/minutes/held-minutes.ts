import type { CommandTransaction } from '@mtg/commands';
import { labelOf, labelsOf, meetingMachine, type MeetingKind, type MeetingState } from '@mtg/governance';
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
  const labels = labelsOf(meetingMachine);
  const [state, due] = [labelOf(labels, meeting.state), states.map((each) => labels[each])];
  throw transaction.conflict(meeting, {
    zh: `会议${meeting.number}${state.zh}；须${due.map(({ zh }) => zh).join('或')}`,
    en: `Meeting ${meeting.number} is ${state.en}. It must be ${due.map(({ en }) => en).join(' or ')}`,
  });
}
