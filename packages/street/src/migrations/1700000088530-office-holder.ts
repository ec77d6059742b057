import type { MigrationInterface, QueryRunner } from 'typeorm';
import { GUARDED, triggersOf, type Guarded } from './1700000017001-state-guard';

const before = GUARDED.find(({ table }) => table === 'body_member');
if (!before) throw new Error('members have no guard');

/** Frozen, like the machines of the migration that made the guard; a test compares the two. */
export const BODY_MEMBER_GUARDED: Guarded = {
  ...before,
  changing: [...before.changing, 'end_document_number'],
};

const guardedBy = (guarded: Guarded): string => `
  DROP TRIGGER body_member_first_state ON body_member;
  DROP TRIGGER body_member_steps ON body_member;
  ${triggersOf(guarded)}`;

/**
 * A membership ends by a document, and an office is held by one person in both bodies of the street (R32). Within one body
 * unique indexes hold it already. Early ends cite none: `NOT VALID` asks it of those from now on.
 */
export class OfficeHolder1700000088530 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE body_member
        ADD COLUMN end_document_number text CONSTRAINT body_member_end_document
          CHECK (end_document_number IS NULL OR (btrim(end_document_number) <> '' AND state = 'ENDED')),
        ADD CONSTRAINT body_member_ended_by CHECK (state <> 'ENDED' OR end_document_number IS NOT NULL) NOT VALID;
      ${guardedBy(BODY_MEMBER_GUARDED)}
      CREATE FUNCTION body_member_office() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        IF is_served(TG_RELID) AND EXISTS (SELECT FROM body_member AS other WHERE other.state = 'APPOINTED'
            AND other.position <> 'MEMBER' AND other.community_code IS NULL AND other.offices && NEW.offices
            AND other.sample = NEW.sample AND other.deleted_at IS NULL
            AND comparison_form(other.person_name) <> comparison_form(NEW.person_name)) THEN
          RAISE EXCEPTION 'body_member %: R32: an office is held by one person', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER body_member_office AFTER UPDATE ON body_member FOR EACH ROW
        WHEN (NEW.state = 'APPOINTED' AND NEW.position <> 'MEMBER' AND NEW.community_code IS NULL)
        EXECUTE FUNCTION body_member_office();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER body_member_office ON body_member;
      DROP FUNCTION body_member_office();
      ${guardedBy(before ?? BODY_MEMBER_GUARDED)}
      ALTER TABLE body_member DROP CONSTRAINT body_member_ended_by, DROP COLUMN end_document_number;
    `);
  }
}
