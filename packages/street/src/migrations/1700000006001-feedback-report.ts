import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is reported of finished work (R13). A report stays as it was issued, whoever writes; sample data are removed
 * whole.
 */
export class FeedbackReport1700000006001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE feedback_report (${WORK_ROW_COLUMNS},
        number text NOT NULL CONSTRAINT feedback_report_number UNIQUE,
        year integer NOT NULL,
        sequence integer NOT NULL CONSTRAINT feedback_report_sequence_from_1 CHECK (sequence >= 1),
        recipients text[] NOT NULL CONSTRAINT feedback_report_recipients CHECK (cardinality(recipients) > 0
          AND recipients <@ ARRAY['DISTRICT_PARTY_COMMITTEE', 'DISTRICT_GOVERNMENT', 'DEPARTMENT']),
        department_codes text[] NOT NULL,
        title text NOT NULL,
        text text NOT NULL,
        issuer text NOT NULL,
        CONSTRAINT feedback_report_year_sequence UNIQUE (year, sequence),
        CONSTRAINT feedback_report_departments
          CHECK (('DEPARTMENT' = ANY (recipients)) = (cardinality(department_codes) > 0))
      );
      CREATE INDEX feedback_report_updated ON feedback_report (updated_at, id);
      CREATE INDEX feedback_report_year_id ON feedback_report (year, id);

      CREATE FUNCTION keep_dispatch_record() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' AND OLD.sample THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER feedback_report_immutable BEFORE UPDATE OR DELETE ON feedback_report
        FOR EACH ROW EXECUTE FUNCTION keep_dispatch_record();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE feedback_report; DROP FUNCTION keep_dispatch_record()');
  }
}
