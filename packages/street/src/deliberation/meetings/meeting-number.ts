import type { CommandTransaction } from '@mtg/commands';
import { localDay, yearOf, type MeetingKind } from '@mtg/governance';
import type { StreetContext } from '../../street-context';
import { Meeting } from './meeting';
import { LessThanOrEqual } from 'typeorm';
import { LAST_REAL_NUMBER } from '../../sample-series';

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
  { manager, now, context }: CommandTransaction,
  kind: MeetingKind,
): Promise<MeetingNumber> {
  const year = Number(yearOf(localDay(now)));
  const sequence =
    ((await manager.maximum(Meeting, 'sequence', {
      kind,
      year,
      sequence: LessThanOrEqual(LAST_REAL_NUMBER),
    })) ?? 0) + 1;
  const street = (context as StreetContext).profile.identity.title.replace(/街道$/u, '');
  return { number: `${street}${ABBREVIATIONS[kind]}〔${year}〕第${sequence}号`, year, sequence };
}
