import type { CommandTransaction } from '@mtg/commands';
import { Meeting } from '../../deliberation/meetings/meeting';

/**
 * The meeting that an item is put to. That it is a weekly one is for rule R22 to say.
 *
 * @param field of the input that leads to it
 * @throws PublicError NOT_FOUND
 */
export const meetingOfItem = (
  transaction: CommandTransaction,
  id: string,
  field = 'meetingId',
): Promise<Meeting> => transaction.get(Meeting, id, { at: field });
