import type { CommandTransaction } from '@mtg/commands';
import {
  MEETING_KIND_LABELS,
  MeetingKind,
  r22,
  violationOf,
  withArticle,
  type Bilingual,
} from '@mtg/governance';
import { Meeting } from '../../deliberation/meetings/meeting';

/** R22 speaks of the weekly meeting and of no other. @throws PublicError NOT_FOUND, RULE_VIOLATION */
export async function requireWeeklyMeeting(
  transaction: CommandTransaction,
  id: string,
  field = 'meetingId',
): Promise<Meeting> {
  const meeting = await transaction.get(Meeting, id, {
    field,
    what: { zh: '会议', en: 'meeting' },
  });
  if (meeting.kind !== MeetingKind.WEEKLY) {
    const { zh, en } = MEETING_KIND_LABELS[meeting.kind];
    refuse(transaction, field, {
      zh: `所引用的会议是${zh}，而向社区安排的事项须在周例会上通过。请在周例会上提出。`,
      en: `The meeting is ${withArticle(en)}; what goes to communities has to pass a weekly meeting. Propose it at one.`,
    });
  }
  return meeting;
}

/** @throws PublicError RULE_VIOLATION of R22, always */
export const refuse = (transaction: CommandTransaction, field: string, message: Bilingual): void =>
  transaction.require([violationOf(r22, message, field)]);
