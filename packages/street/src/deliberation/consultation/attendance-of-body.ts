import type { CommandTransaction } from '@mtg/commands';
import { comparisonForm, type BodyKind } from '@mtg/governance';
import { memberUnitsOn } from '../bodies/member-units';
import { AttendanceRecord } from '../meetings/attendance-record';
import type { Meeting } from '../meetings/meeting';
import { MemberReport } from '../meetings/member-report';

/** Counts a body's member units on the day of a meeting, and those that attended: recorded as present, or heard there (R01). */
export async function attendanceOf(
  transaction: CommandTransaction,
  { id: meetingId, heldOn }: Meeting,
  body: BodyKind,
): Promise<{ readonly memberUnits: number; readonly unitsPresent: number } | null> {
  if (heldOn === null) return null;
  const units = await memberUnitsOn(transaction, body, heldOn);
  const present = await transaction.list(AttendanceRecord, { meetingId, attendance: 'PRESENT' });
  const heard = await transaction.list(MemberReport, { meetingId });
  const there = new Set(
    [...present, ...heard].flatMap(({ unit }) => (unit === null ? [] : comparisonForm(unit))),
  );
  const unitsPresent = units.filter(({ name }) => there.has(comparisonForm(name))).length;
  return { memberUnits: units.length, unitsPresent };
}
