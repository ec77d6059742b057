import { localDay } from '../time/local-day';
import { yearOf } from '../time/period';
import type { MeetingKind } from '../vocabulary/meetings';

/** Prefix of the numbers of sample rows. */
const SAMPLE_MARK = '样例';

/** A number of a row, as it is read out: counted from 1 within its series and year. */
interface Numbered {
  readonly series: string;
  readonly year: number;
  readonly ordinal: number;
  /** True if it is a sample row's. */
  readonly sample: boolean;
}

const DIGITS = 4;

/** The year in Asia/Shanghai in which a number is given. */
export const yearOfNumber = (now: Date): number => Number(yearOf(localDay(now)));

/** The year of a meeting's number: that of its convocation, or an earlier one for which it was planned. */
export const yearOfMeetingNumber = (convokedAt: Date, scheduledAt: Date): number =>
  yearOfNumber(scheduledAt < convokedAt ? scheduledAt : convokedAt);

/** A number that can be read out over the telephone: `DAYU-P-2026-0001`. @param series a letter, or nothing for work orders */
export function runningNumber(street: string, { series, year, ordinal, sample }: Numbered): string {
  const parts = [markOf(sample) + street, series, year, String(ordinal).padStart(DIGITS, '0')];
  return parts.filter((part) => part !== '').join('-');
}

/** The number of a document: 大峪布置〔2026〕第3号. @param title of the street, such as 大峪街道 */
export const documentNumber = (title: string, { series, year, ordinal, sample }: Numbered): string =>
  `${markOf(sample)}${title.replace(/街道$/u, '')}${series}〔${year}〕第${ordinal}号`;

/** Names of the kinds of meetings in a number. */
export const MEETING_SERIES: Readonly<Record<MeetingKind, string>> = {
  JOINT: '联席',
  SPECIAL: '专题',
  ANNUAL_RETREAT: '务虚',
  MONTHLY_PROGRESS: '月推',
  WEEKLY: '周例',
};

/** Name of a batch of assignments in a number. */
export const BATCH_SERIES = '布置';

const markOf = (sample: boolean): string => (sample ? SAMPLE_MARK : '');
