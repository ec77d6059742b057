import { documentNumber, MEETING_SERIES, yearOfMeetingNumber, type MeetingKind } from '@mtg/governance';
import { nextInSeries } from '../../foundation/sample-series';
import type { StreetTransaction } from '../../foundation/street-commands';
import { Meeting } from './meeting';

interface MeetingNumber {
  readonly number: string;
  readonly year: number;
  readonly sequence: number;
}

/**
 * The next number of a kind of meeting in the year: 大峪周例〔2026〕第47号. As with everything that has a number here, the year is
 * that of the day, in Asia/Shanghai, on which the number is given: a meeting keeps it though it be put off into another. A
 * meeting of a past year that is entered late is planned for its day, and has a number of that year.
 */
export async function nextMeetingNumber(
  transaction: StreetTransaction,
  { kind, scheduledAt }: { readonly kind: MeetingKind; readonly scheduledAt: Date },
): Promise<MeetingNumber> {
  const year = yearOfMeetingNumber(transaction.now, scheduledAt);
  const { sequence, ...next } = await nextInSeries(transaction, Meeting, { kind, year });
  const { title } = transaction.context.profile.identity;
  const number = documentNumber(title, { series: MEETING_SERIES[kind], year, ...next });
  return { number, year, sequence };
}
