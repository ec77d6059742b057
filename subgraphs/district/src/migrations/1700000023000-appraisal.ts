import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The calendar of appraisals and their results (R14, R15). Rows are only added. */
export class Appraisal1700000023000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE appraisal_day (${WORK_ROW_COLUMNS},
        year int NOT NULL,
        day date NOT NULL,
        reason text,
        CONSTRAINT appraisal_day_in_year CHECK (extract(year FROM day) = year)
      );
      CREATE INDEX appraisal_day_updated ON appraisal_day (updated_at, id);
      CREATE INDEX appraisal_day_year ON appraisal_day (year, id);
      CREATE INDEX appraisal_day_day ON appraisal_day (day, id);
      CREATE UNIQUE INDEX appraisal_day_first ON appraisal_day (year) WHERE reason IS NULL;

      CREATE TABLE appraisal_result (${WORK_ROW_COLUMNS},
        year int NOT NULL,
        scheme text NOT NULL CONSTRAINT appraisal_result_scheme CHECK (btrim(scheme) <> ''),
        title text NOT NULL CONSTRAINT appraisal_result_title CHECK (btrim(title) <> ''),
        content text NOT NULL CONSTRAINT appraisal_result_content CHECK (btrim(content) <> ''),
        street_code text,
        department_code text CONSTRAINT appraisal_result_department_fk REFERENCES department (code)
      );
      CREATE INDEX appraisal_result_updated ON appraisal_result (updated_at, id);
      CREATE INDEX appraisal_result_year ON appraisal_result (year, id);
      CREATE INDEX appraisal_result_street ON appraisal_result (street_code, id);
      CREATE INDEX appraisal_result_department ON appraisal_result (department_code, id);

      CREATE FUNCTION keep_appraisal() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER appraisal_day_kept BEFORE UPDATE OR DELETE ON appraisal_day
        FOR EACH ROW EXECUTE FUNCTION keep_appraisal();
      CREATE TRIGGER appraisal_result_kept BEFORE UPDATE OR DELETE ON appraisal_result
        FOR EACH ROW EXECUTE FUNCTION keep_appraisal();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE appraisal_result, appraisal_day; DROP FUNCTION keep_appraisal()');
  }
}
