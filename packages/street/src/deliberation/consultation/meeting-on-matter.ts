import type { CommandTransaction } from '@mtg/commands';
import { requireMeetingOn } from '@mtg/governance';
import { AgendaItem } from '../meetings/agenda-item';
import { Meeting } from '../meetings/meeting';
import type { MajorMatter } from '../matters/major-matter';

/**
 * Looks up the meeting in which a body consulted on a matter: convened for it, or with it on its agenda (R01).
 *
 * @throws PublicError NOT_FOUND, BAD_USER_INPUT
 */
export async function requireConsultingMeeting(
  transaction: CommandTransaction,
  matter: MajorMatter,
  meetingId: string,
): Promise<Meeting> {
  const meeting = await transaction.get(Meeting, meetingId);
  const { number, kind, state } = meeting;
  const isOnMatter = await isAbout(transaction, meeting, matter);
  requireMeetingOn(transaction, matter, { number, kind, state, isOnMatter });
  return meeting;
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
