import type { CommandTransaction } from '@mtg/commands';
import {
  labelOf,
  labelsOf,
  MEETING_KIND_LABELS,
  meetingMachine,
  withArticle,
  type MeetingKind,
} from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import { Meeting } from './meeting';

/** Loads a meeting. Its kind decides who may give a command about it. */
export const targetMeeting = async (
  input: { readonly meetingId: string },
  transaction: CommandTransaction,
): Promise<{ readonly variant: MeetingKind }> => ({
  variant: (await transaction.get(Meeting, input.meetingId)).kind,
});

/**
 * A meeting that is going on: nothing is recorded in one that has not begun or is over.
 *
 * @param kinds those in which such a thing is recorded
 * @throws PublicError NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function findOpenMeeting<Kind extends MeetingKind = MeetingKind>(
  transaction: CommandTransaction,
  id: string,
  kinds?: readonly Kind[],
): Promise<Meeting & { readonly kind: Kind }> {
  const meeting = await transaction.get(Meeting, id);
  if (!isOf(meeting, kinds)) {
    const given = MEETING_KIND_LABELS[meeting.kind];
    const due = kinds?.map((kind) => MEETING_KIND_LABELS[kind]) ?? [];
    throw refuse.badInput('meetingId', {
      zh: `此项只在${due.map(({ zh }) => zh).join('、')}上登记，而${meeting.number}是${given.zh}。请改填这样的会议`,
      en: `Meeting ${meeting.number} is ${withArticle(given.en)}. Choose ${due.map(({ en }) => withArticle(en)).join(' or ')}`,
    });
  }
  if (meeting.state === 'OPEN') return meeting;
  const state = labelOf(labelsOf(meetingMachine), meeting.state);
  throw transaction.conflict(meeting, {
    zh: `会议${meeting.number}${state.zh}。请在会议进行中登记`,
    en: `Meeting ${meeting.number} is ${state.en}. Record this while a meeting is open`,
  });
}

function isOf<Kind extends MeetingKind>(
  meeting: Meeting,
  kinds: readonly Kind[] | undefined,
): meeting is Meeting & { readonly kind: Kind } {
  return kinds === undefined || kinds.some((kind) => kind === meeting.kind);
}
