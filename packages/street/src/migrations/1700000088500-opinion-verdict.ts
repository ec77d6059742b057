import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GUARDED, triggersOf, type Guarded } from './1700000017001-state-guard';

const before = GUARDED.find(({ table }) => table === 'major_matter');
if (!before) throw new Error('major matters have no guard');

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const MAJOR_MATTER_GUARDED: Guarded = { ...before, changing: [...before.changing, 'reason'] };

const guardedBy = (guarded: Guarded): string => `
  DROP TRIGGER major_matter_first_state ON major_matter;
  DROP TRIGGER major_matter_steps ON major_matter;
  ${triggersOf(guarded)}`;

/**
 * The verdict of an opinion with its meeting and attendance, and the reason for a decision against one (R01). Early opinions
 * state none: `NOT VALID` asks it of rows that are added from now on.
 */
export class OpinionVerdict1700000088500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE preliminary_opinion
        ADD COLUMN verdict text CONSTRAINT preliminary_opinion_verdict
          CHECK (verdict IN ('AGREED', 'AGREED_WITH_CHANGES', 'DISAGREED')),
        ADD COLUMN member_units integer,
        ADD COLUMN units_present integer,
        ADD CONSTRAINT preliminary_opinion_attendance
          CHECK (units_present BETWEEN 0 AND member_units),
        ADD CONSTRAINT preliminary_opinion_consulted CHECK (NOT consulted OR (meeting_id IS NOT NULL
          AND units_present IS NOT NULL AND (verdict IS NOT NULL) = (btrim(coalesce(opinion, '')) <> ''))) NOT VALID;
      ALTER TABLE major_matter
        ADD COLUMN reason text CONSTRAINT major_matter_reason
          CHECK (reason IS NULL OR (btrim(reason) <> '' AND state = 'DECIDED'));
      ${guardedBy(MAJOR_MATTER_GUARDED)}
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ${guardedBy(before ?? MAJOR_MATTER_GUARDED)}
      ALTER TABLE major_matter DROP COLUMN reason;
      ALTER TABLE preliminary_opinion DROP CONSTRAINT preliminary_opinion_consulted, DROP COLUMN verdict,
        DROP COLUMN member_units, DROP COLUMN units_present;
    `);
  }
}
