import {
  localDay,
  looksSame,
  requireExchange,
  requireHeld,
  requireMeetingDay,
  requireUnitsOfDay,
} from '@mtg/governance';
import { defineCorrection } from '../../../foundation/corrections/define-correction';
import type { StreetTransaction } from '../../../foundation/street-commands';
import { unitsOfMeetingOn } from '../../bodies/member-units';
import { AttendanceRecord } from '../attendance-record';
import { CenterReport } from '../center-report';
import { Difficulty } from '../difficulty';
import { exchangeIn } from '../exchange-in';
import { Meeting } from '../meeting';
import { MemberReport } from '../member-report';
import { restsOnMeeting } from '../rests-on-meeting';

/** R02, R20–R22: a meeting that is moved counts for the period of its day, unless what rests on it would become unlawful. */
export const meetingCorrection = defineCorrection({
  name: 'correctMeeting',
  says: {
    zh: '更正会议的标题、地点、计划时间或召开日期；召开日期不早于编号之年，不晚于登记开会之日，且会后的纪要、布置、意见等仍须合规，两期重新考核(R02、R03、R22)',
    en: 'Corrects title, place, planned time or day of a meeting. The day is not before the year of the number, and not after the day on which the opening was recorded. What rests on the meeting stays lawful, and both periods are judged again (R02, R03, R22)',
  },
  table: Meeting,
  columns: ['title', 'place', 'scheduledAt', 'heldOn'],
  target: ({ kind }) => ({ variant: kind }),
  prepare: (_, context) => context.district.workCalendar(context.clock.now()),
  check: (transaction, _, after) => requireHeld(transaction, inStep(after)),
  afterwards: async (transaction, meeting, before, calendar) => {
    if (meeting.heldOn === before.heldOn) return;
    const rests = await restsOnMeeting(transaction, meeting, { field: 'heldOn', calendar });
    requireMeetingDay(transaction, inStep(meeting), rests);
    requireUnitsOfDay(transaction, meeting.heldOn, await strangersAt(transaction, meeting));
    // Centers are the same on every day.
    if (meeting.state === 'CLOSED' && (meeting.kind === 'JOINT' || meeting.kind === 'SPECIAL')) {
      requireExchange(transaction, await exchangeIn(transaction, meeting));
    }
    await moveDifficulties(transaction, meeting);
  },
});

const inStep = ({
  number,
  year,
  heldOn,
  openedAt,
}: Pick<Meeting, 'number' | 'year' | 'heldOn' | 'openedAt'>) => ({
  number,
  year,
  heldOn,
  openedOn: openedAt && localDay(openedAt),
});

/** Units with a record of the meeting that were no member units on its day. */
async function strangersAt(
  transaction: StreetTransaction,
  { id, heldOn }: Meeting,
): Promise<readonly string[]> {
  const units = await unitsOfMeetingOn(transaction, heldOn);
  const attending = await transaction.list(AttendanceRecord, { meetingId: id });
  const reporting = await transaction.list(MemberReport, { meetingId: id });
  const recorded = [...attending, ...reporting].flatMap(({ unit }) => unit ?? []);
  return [...new Set(recorded)].filter((unit) => !units.some(({ name }) => looksSame(name, unit)));
}

/** Difficulties are of the day of the meeting to which they were reported. */
async function moveDifficulties(transaction: StreetTransaction, { id, heldOn }: Meeting): Promise<void> {
  if (heldOn === null) return;
  for (const { id: reportId } of await transaction.list(CenterReport, { meetingId: id })) {
    for (const difficulty of await transaction.list(Difficulty, { reportId })) {
      await transaction.change(difficulty, { raisedOn: heldOn });
    }
  }
}
