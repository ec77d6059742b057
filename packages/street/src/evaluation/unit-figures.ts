import { looksLike } from '@mtg/subgraph-kit';
import { IsNull } from 'typeorm';
import type { BodyMember } from '../deliberation/bodies/body-member';
import type { StreetTransaction } from '../foundation/street-commands';
import { UnitLink } from './unit-link';

/** The department that the unit of a member is linked to, or null. */
export async function departmentOfUnit(
  transaction: StreetTransaction,
  { unit, sample }: Pick<BodyMember, 'unit' | 'sample'>,
): Promise<string | null> {
  if (unit === null) return null;
  const link = await transaction.find(UnitLink, { unit: looksLike(unit), endedAt: IsNull(), sample });
  return link?.departmentCode ?? null;
}

/** Attendance and reports of a unit at the joint and special meetings of a year. */
export interface UnitFigures {
  readonly attended: number;
  readonly absent: number;
  readonly reports: number;
}

export async function unitFigures(
  { manager, sample }: StreetTransaction,
  unit: string,
  year: number,
): Promise<UnitFigures> {
  const [figures]: readonly UnitFigures[] = await manager.query(
    `WITH met AS (
       SELECT id FROM meeting WHERE kind IN ('JOINT', 'SPECIAL') AND sample = $3 AND deleted_at IS NULL
         AND held_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)
     ), presence AS (
       SELECT a.attendance FROM attendance_record a JOIN met ON met.id = a.meeting_id
       WHERE comparison_form(a.unit) = comparison_form($1) AND a.deleted_at IS NULL
     )
     SELECT (SELECT count(*)::int FROM presence WHERE attendance = 'PRESENT') AS attended,
       (SELECT count(*)::int FROM presence WHERE attendance = 'ABSENT') AS absent,
       (SELECT count(*)::int FROM member_report r JOIN met ON met.id = r.meeting_id
        WHERE comparison_form(r.unit) = comparison_form($1) AND r.deleted_at IS NULL) AS reports`,
    [unit, year, sample],
  );
  return figures ?? { attended: 0, absent: 0, reports: 0 };
}
