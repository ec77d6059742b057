import { field, type CommandTransaction } from '@mtg/commands';
import { labelOf, labelsOf, meetingMachine, type MeetingKind, type MeetingState } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import type { Meeting } from '../meetings/meeting';
import { findMeeting } from '../meetings/find-meeting';
import { Minutes } from './minutes';

/** The field by which commands name minutes. */
export const minutesId = field.uuid(zhEn('会议纪要标识', 'Id of the minutes'));

/** @throws PublicError NOT_FOUND; CONFLICT when they have another version than the client has seen */
export const findMinutes = (
  transaction: CommandTransaction,
  id: string,
  expectedVersion: number | null = null,
): Promise<Minutes> =>
  transaction.get(
    Minutes,
    id,
    { field: 'minutesId', what: { zh: '会议纪要', en: 'set of minutes' } },
    expectedVersion,
  );

/** Who keeps minutes depends on the kind of meeting. */
export const targetMinutes = async (
  input: { readonly minutesId: string },
  transaction: CommandTransaction,
): Promise<{ readonly variant: MeetingKind }> => {
  const { meetingId } = await findMinutes(transaction, input.minutesId);
  return { variant: (await findMeeting(transaction, meetingId)).kind };
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
    en: `the meeting ${meeting.number} is ${state.en}; it has to be ${due.map(({ en }) => en).join(' or ')}`,
  });
}
