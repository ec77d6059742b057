import type { RestOnMeeting, WorkCalendar } from '@mtg/governance';
import type { StreetTransaction } from '../../foundation/street-commands';
import type { Meeting } from './meeting';

/** A correction of a meeting or of a record of it. */
export interface CorrectedAt {
  /** Input that states the right value. */
  readonly field: string;
  readonly calendar: WorkCalendar;
}

/**
 * Tells what rests on a meeting: records of the modules above, which a corrected day or attendance must not make unlawful.
 * It finds the meeting and its records as they are since.
 *
 * @throws PublicError where a record cannot have been made by the corrected values
 */
type RestsOnMeeting = (
  transaction: StreetTransaction,
  meeting: Meeting,
  corrected: CorrectedAt,
) => Promise<readonly RestOnMeeting[]>;

const registered: RestsOnMeeting[] = [];

/** Registers what rests on meetings. To be called once, where the module is declared. */
export const restOnMeetings = (rests: RestsOnMeeting): void => void registered.push(rests);

/** All that rests on a meeting. */
export async function restsOnMeeting(
  transaction: StreetTransaction,
  meeting: Meeting,
  corrected: CorrectedAt,
): Promise<readonly RestOnMeeting[]> {
  const all = [];
  for (const rests of registered) all.push(...(await rests(transaction, meeting, corrected)));
  return all;
}
