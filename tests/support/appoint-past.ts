import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';

/**
 * Appoints a reviewed member of a body of the street past all commands, where the test is about something else: the command
 * verifies 区委's document with the district, which is then not there.
 *
 * @param database as its owner
 */
export async function appointPast(database: DataSource, memberId: unknown, at: string): Promise<void> {
  await database.query(
    `UPDATE body_member SET state = 'APPOINTED', document_number = $2, approval_id = $3, appointed_at = $4, version = version + 1
     WHERE id = $1`,
    [memberId, `京门文〔2026〕${randomUUID()}号`, randomUUID(), at],
  );
}

/**
 * Puts a member into a body of the street past all commands, so that it can consult: a deputy, who represents no unit, or one
 * who has long represented a unit.
 */
export async function memberInOffice(database: DataSource, bodyKind: string, unit?: string): Promise<void> {
  await database.query(
    `INSERT INTO body_member (created_at, updated_at, body_code, body_kind, state, person_name, category, position, offices,
       document_number, approval_id, appointed_at, unit)
     VALUES (now(), now(), $1, $1, 'APPOINTED', $4, $5, 'MEMBER', '{}', $2, $3, '2026-01-01', $6)`,
    [
      bodyKind,
      `京门文〔2026〕${randomUUID()}号`,
      randomUUID(),
      `代表${randomUUID()}`,
      unit === undefined ? 'CONGRESS_DEPUTY' : 'RESIDENT_UNIT',
      unit ?? null,
    ],
  );
}
