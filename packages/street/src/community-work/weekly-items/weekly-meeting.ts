import type { CommandName } from '@mtg/access';
import type { CommandTransaction } from '@mtg/commands';
import { r22 } from '@mtg/governance';
import { Meeting } from '../../deliberation/meetings/meeting';

/**
 * The weekly meeting of an item, as far as R22 lets the command be given.
 *
 * @param field of the input that leads to it
 * @throws PublicError NOT_FOUND, RULE_VIOLATION
 */
export async function requireWeeklyMeeting(
  transaction: CommandTransaction,
  id: string,
  command: CommandName,
  field = 'meetingId',
): Promise<Meeting> {
  const what = { zh: '会议', en: 'meeting' };
  const meeting = await transaction.get(Meeting, id, { field, what });
  transaction.require(r22.check({ command, meeting }));
  return meeting;
}
