import type { CommandTransaction } from '@mtg/commands';
import { MeetingKind } from '@mtg/governance';
import { refuse } from '@mtg/subgraph-kit';
import { AgendaItem } from '../meetings/agenda-item';
import { Meeting } from '../meetings/meeting';
import type { MajorMatter } from '../matters/major-matter';

/**
 * R01: the bodies consult on a matter in a joint or special meeting that was about it: convened for it, or with it on its
 * agenda. So what that meeting's minutes deploy is known to follow from the matter, and waits for the committee.
 *
 * @throws PublicError NOT_FOUND, BAD_USER_INPUT
 */
export async function requireMeetingOn(
  transaction: CommandTransaction,
  matter: MajorMatter,
  meetingId: string,
): Promise<void> {
  const meeting = await transaction.get(Meeting, meetingId);
  const { heldOn, kind, number } = meeting;
  if (kind !== MeetingKind.JOINT && kind !== MeetingKind.SPECIAL) {
    throw refuse.badInput('meetingId', {
      zh: `会议${number}是各中心的会议；大工委、地管会在联席会议或专题会议上协商`,
      en: `Meeting ${number} is a meeting of the centers. The two bodies consult in a joint or special meeting`,
    });
  }
  if (heldOn === null) {
    throw refuse.badInput('meetingId', {
      zh: `会议${number}没有召开`,
      en: `Meeting ${number} has not been held. Hold it first (openMeeting, closeMeeting)`,
    });
  }
  if (await isAbout(transaction, meeting, matter)) return;
  throw refuse.badInput('meetingId', {
    zh: `会议${number}不是为重大事项“${matter.title}”召开的，议程中也没有该事项。请引用议程中有该事项的会议，或不填会议`,
    en: `Meeting ${number} is not about “${matter.title}”. Cite a meeting with it on the agenda, or omit this field`,
  });
}

async function isAbout(
  transaction: CommandTransaction,
  { id, majorMatterId }: Meeting,
  matter: MajorMatter,
): Promise<boolean> {
  if (majorMatterId === matter.id) return true;
  const [item] = await transaction.list(AgendaItem, { meetingId: id, majorMatterId: matter.id });
  return item !== undefined;
}
