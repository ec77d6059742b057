import type { MigrationInterface, QueryRunner } from 'typeorm';

const SUBJECTS = `'MAJOR_MATTER', 'DELEGATION', 'KEY_POINT', 'APPOINTMENT'`;

/** Centers that a street adds by a decision. A center is closed once, and its code is never another's. */
export class PlainLocalCenter1700000090030 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE committee_decision DROP CONSTRAINT committee_decision_subject,
        ADD CONSTRAINT committee_decision_subject CHECK (subject IN (${SUBJECTS}, 'LOCAL_CENTER'));
      CREATE TABLE plain_local_center (
        id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY,
        citation text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        deleted_at timestamptz,
        code text NOT NULL CONSTRAINT plain_local_center_code UNIQUE
          CONSTRAINT plain_local_center_own CHECK (code NOT IN ('GENERAL_AFFAIRS', 'HEALTH', 'CULTURE_EDUCATION',
            'CIVIL_AFFAIRS', 'URBAN_MANAGEMENT', 'SOCIAL_MOBILIZATION', 'PUBLIC_SECURITY')),
        name text NOT NULL CONSTRAINT plain_local_center_name CHECK (btrim(name) <> ''),
        aliases text[] NOT NULL,
        function_text text,
        decision_id uuid NOT NULL CONSTRAINT plain_local_center_decision_fk REFERENCES committee_decision (id),
        closing_decision_id uuid CONSTRAINT plain_local_center_closing_fk REFERENCES committee_decision (id),
        CONSTRAINT plain_local_center_closed CHECK ((closing_decision_id IS NULL) = (deleted_at IS NULL))
      );
      CREATE TRIGGER plain_local_center_columns AFTER UPDATE ON plain_local_center FOR EACH ROW EXECUTE FUNCTION
        guard_columns('closing_decision_id deleted_at');
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE plain_local_center;
      ALTER TABLE committee_decision DROP CONSTRAINT committee_decision_subject,
        ADD CONSTRAINT committee_decision_subject CHECK (subject IN (${SUBJECTS})) NOT VALID;
    `);
  }
}
