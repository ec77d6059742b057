import { localDay, yearOf, type MeetingKind } from '@mtg/governance';
import { nextInSeries } from '../../sample-series';
import type { StreetTransaction } from '../../street-commands';
import { Meeting } from './meeting';

/** How a kind of meeting reads in a number. */
const ABBREVIATIONS: Readonly<Record<MeetingKind, string>> = {
  JOINT: '联席',
  SPECIAL: '专题',
  ANNUAL_RETREAT: '务虚',
  MONTHLY_PROGRESS: '月推',
  WEEKLY: '周例',
};

interface MeetingNumber {
  readonly number: string;
  readonly year: number;
  readonly sequence: number;
}

/**
 * The next number of a kind of meeting in the year: 大峪周例〔2026〕第47号. As with everything that has a number here, the year is
 * that of the day, in Asia/Shanghai, on which the number is given: a meeting keeps it though it be put off into another.
 */
export async function nextMeetingNumber(
  transaction: StreetTransaction,
  kind: MeetingKind,
): Promise<MeetingNumber> {
  const { now, context } = transaction;
  const year = Number(yearOf(localDay(now)));
  const { sequence, ordinal, mark } = await nextInSeries(transaction, Meeting, { kind, year });
  const street = context.profile.identity.title.replace(/街道$/u, '');
  return { number: `${mark}${street}${ABBREVIATIONS[kind]}〔${year}〕第${ordinal}号`, year, sequence };
}
