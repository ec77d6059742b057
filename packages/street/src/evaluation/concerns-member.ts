import { localDay, looksSame } from '@mtg/governance';
import type { BodyMember } from '../deliberation/bodies/body-member';
import type { AttendanceRecord } from '../deliberation/meetings/attendance-record';
import { Meeting } from '../deliberation/meetings/meeting';
import type { MemberReport } from '../deliberation/meetings/member-report';
import { Delegation } from '../delegation/requests/delegation';
import type { WorkOrder } from '../dispatch/orders/work-order';
import { Project } from '../dispatch/projects/project';
import type { StreetTransaction } from '../foundation/street-commands';

/** A record that can be evidence about a member. */
export type EvidenceRecord = AttendanceRecord | MemberReport | WorkOrder;

/** A member with the department that the unit belongs to, or null. */
interface MemberOfDepartment {
  readonly member: Pick<BodyMember, 'unit' | 'appointedAt'>;
  readonly departmentCode: string | null;
}

/**
 * True if a record is about a member (R15): attendance or a report of the member’s unit from the day of the appointment on,
 * or an order that the unit’s department has delegated or takes part in.
 */
export const concernsMember = (
  transaction: StreetTransaction,
  about: MemberOfDepartment,
  record: EvidenceRecord,
): Promise<boolean> =>
  'meetingId' in record ? isOfUnit(transaction, about, record) : isOfDepartment(transaction, about, record);

async function isOfUnit(
  transaction: StreetTransaction,
  { member: { unit, appointedAt } }: MemberOfDepartment,
  record: AttendanceRecord | MemberReport,
): Promise<boolean> {
  if (unit === null || record.unit === null || !looksSame(unit, record.unit)) return false;
  const { heldOn } = await transaction.get(Meeting, record.meetingId);
  return appointedAt !== null && heldOn !== null && heldOn >= localDay(appointedAt);
}

async function isOfDepartment(
  transaction: StreetTransaction,
  { departmentCode }: MemberOfDepartment,
  { delegationId, projectId }: WorkOrder,
): Promise<boolean> {
  if (departmentCode === null) return false;
  const { departmentCodes } = await transaction.get(Project, projectId);
  if (departmentCodes.includes(departmentCode)) return true;
  if (delegationId === null) return false;
  const delegation = await transaction.get(Delegation, delegationId);
  return delegation.departmentCode === departmentCode;
}
