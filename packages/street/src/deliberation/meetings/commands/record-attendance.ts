import { field, inputType } from '@mtg/commands';
import { Attendance, recordedAttendance } from '@mtg/governance';
import { looksLike, zhEn, refuse } from '@mtg/subgraph-kit';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { requireCenter } from '../../../organization/require-addressee';
import { requireMemberUnit, unitsOfMeetingOn } from '../../bodies/member-units';
import { AttendanceRecord } from '../attendance-record';
import { findOpenMeeting, targetMeeting } from '../open-meeting';
import { Meeting } from '../meeting';
import { MemberReport } from '../member-report';

const recordInput = inputType(
  'AttendanceInput',
  zhEn('一个单位或中心的出席情况', 'Attendance of one unit or center'),
  {
    unit: field.optional(
      field.line(zhEn('成员单位；或填中心', 'Member unit. Give either a unit or a center')),
    ),
    centerCode: field.optional(
      field.code(zhEn('中心代码；或填单位', 'Code of the center. Give either a unit or a center')),
    ),
    attendance: field.choice(Attendance, zhEn('出席或缺席', 'Present or absent')),
    reason: field.ruled(zhEn('缺席的原因，缺席时必填', 'Reason for the absence. Required for an absence')),
  },
);

/** Records the attendance of a meeting. Recording it again corrects a unit's or center's attendance. */
export const recordAttendance = defineCommand({
  name: 'recordAttendance',
  description: zhEn(
    '登记出席和缺席；重复登记即更正',
    'Records attendance and absence. Recording a unit or center again corrects its entry',
  ),
  input: {
    meetingId: Meeting.id(),
    records: field.list(field.nested(recordInput, zhEn('出席情况', 'Attendance entries'))),
  },
  payload: { meeting: () => Meeting, attendance: () => [AttendanceRecord] },
  target: targetMeeting,
  execute: async (input, transaction) => {
    const meeting = await findOpenMeeting(transaction, input.meetingId);
    const attendance = [];
    for (const [index, record] of input.records.entries()) {
      const path = `records.${index}`;
      const unit = await requireWhose(transaction, meeting, record, path);
      const isAbsent = record.attendance === 'ABSENT';
      const hasReported = isAbsent && unit !== null && (await hasReportedTo(transaction, meeting, unit));
      const facts = { hasReported, path: `${path}.` };
      const recorded = recordedAttendance(transaction, { ...record, unit }, facts);
      attendance.push(await keep(transaction, meeting, recorded));
    }
    return { meeting, attendance };
  },
});

interface Given {
  readonly unit: string | null;
  readonly centerCode: string | null;
  readonly attendance: Attendance;
  readonly reason: string | null;
}

async function keep(
  transaction: StreetTransaction,
  { id: meetingId }: Meeting,
  { unit, centerCode, attendance, reason }: Given,
): Promise<AttendanceRecord> {
  const known = await transaction.find(AttendanceRecord, {
    meetingId,
    ...(unit === null ? { centerCode: centerCode ?? '' } : { unit: looksLike(unit) }),
  });
  return known
    ? transaction.change(known, { attendance, reason })
    : transaction.insert(AttendanceRecord, { meetingId, unit, centerCode, attendance, reason });
}

/** A unit that has reported to a meeting was there (R03). */
const hasReportedTo = async (
  transaction: StreetTransaction,
  { id: meetingId }: Meeting,
  unit: string,
): Promise<boolean> => (await transaction.find(MemberReport, { meetingId, unit: looksLike(unit) })) !== null;

async function requireWhose(
  transaction: StreetTransaction,
  { heldOn }: Meeting,
  { unit, centerCode }: Given,
  path: string,
): Promise<string | null> {
  if ((unit === null) === (centerCode === null)) {
    throw refuse.badInput(path, {
      zh: 'unit 和 centerCode 须恰填一个',
      en: 'Give either unit or centerCode',
    });
  }
  if (centerCode !== null) await requireCenter(transaction, centerCode, `${path}.centerCode`);
  return unit === null
    ? null
    : requireMemberUnit(await unitsOfMeetingOn(transaction, heldOn), unit, `${path}.unit`);
}
