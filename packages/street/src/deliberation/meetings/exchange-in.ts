import type { CommandTransaction } from '@mtg/commands';
import type { ClosingExchange } from '@mtg/governance';
import { unitsOfMeetingOn } from '../bodies/member-units';
import { AttendanceRecord } from './attendance-record';
import { CenterReport } from './center-report';
import type { Meeting } from './meeting';
import { MemberReport } from './member-report';
import { StreetNotice } from './street-notice';

/** The facts that the closing of a meeting depends on, by its kind. */
export async function exchangeIn(
  transaction: CommandTransaction,
  meeting: Meeting,
): Promise<ClosingExchange | null> {
  if (meeting.kind === 'JOINT') return membersIn(transaction, meeting);
  if (meeting.kind === 'ANNUAL_RETREAT') return null;
  const inMeeting = { meetingId: meeting.id };
  const attendance = await transaction.list(AttendanceRecord, inMeeting);
  const absences = attendance.filter((each) => each.attendance === 'ABSENT');
  if (meeting.kind === 'SPECIAL') {
    return {
      specialUnits: await unitsOfMeetingOn(transaction, meeting.heldOn),
      present: attendance.flatMap((each) => (each.attendance === 'PRESENT' && each.unit) || []),
      absent: absences.flatMap(({ unit }) => unit ?? []),
    };
  }
  const reports = (await transaction.list(CenterReport, inMeeting)).map(({ centerCode }) => centerCode);
  const absent = absences.flatMap(({ centerCode }) => centerCode ?? []);
  return meeting.kind === 'WEEKLY'
    ? { weeklyReports: reports, weeklyAbsences: absent }
    : { centerReports: reports, centerAbsences: absent };
}

/** Reports and notices of a meeting, as facts of R03. */
async function membersIn(transaction: CommandTransaction, meeting: Meeting) {
  const inMeeting = { meetingId: meeting.id };
  const reports = await transaction.list(MemberReport, inMeeting);
  const absences = await transaction.list(AttendanceRecord, { ...inMeeting, attendance: 'ABSENT' });
  return {
    memberUnits: await unitsOfMeetingOn(transaction, meeting.heldOn),
    reports: reports.map(({ unit }) => unit),
    absences: absences.flatMap(({ unit }) => unit ?? []),
    notices: await transaction.list(StreetNotice, inMeeting),
  };
}
