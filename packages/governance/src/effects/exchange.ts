import type { Maybe } from '../checks/facts';
import type { Attendance } from '../vocabulary/meetings';
import type { Act } from './act';

interface Attending {
  readonly unit: string | null;
  readonly attendance: Attendance;
  readonly reason: string | null;
}

/**
 * Records whether a unit or a center attends a meeting. An absence has a reason, and an absent unit does not report (R03).
 *
 * @param hasReported the unit has reported to the meeting
 * @param path of the record in the input, with a dot behind it
 * @param reasonField its field with the reason of an absence
 */
export function recordedAttendance<Record extends Attending>(
  act: Act,
  record: Record,
  {
    hasReported,
    path = '',
    reasonField = 'reason',
  }: { readonly hasReported: boolean; readonly path?: string; readonly reasonField?: string },
): Record {
  if (record.attendance !== 'ABSENT') return record;
  if (record.reason === null) {
    act.requireInput({
      field: `${path}${reasonField}`,
      message: { zh: '缺席须写明原因', en: 'Give a reason for the absence' },
    });
  }
  if (hasReported) {
    act.requireInput({
      field: `${path}attendance`,
      message: {
        zh: `“${record.unit}”已在本次会议上汇报，不能登记为缺席。请登记为出席`,
        en: `“${record.unit}” has reported to this meeting, so it cannot be absent. Record it as present`,
      },
    });
  }
  return record;
}

/** Records the report of a member unit (R03). @param attendance of the unit, where it is recorded */
export function recordedMemberReport<Report extends { readonly unit: string }>(
  act: Act,
  report: Report,
  attendance: Maybe<Attendance>,
): Report {
  const { unit } = report;
  if (attendance === 'ABSENT') {
    act.requireInput({
      field: 'unit',
      message: {
        zh: `“${unit}”在本次会议上登记为缺席。如已到会，请先更正出席情况（recordAttendance）`,
        en: `“${unit}” is recorded as absent from this meeting. If it attends, correct its attendance first (recordAttendance)`,
      },
    });
  }
  return report;
}
