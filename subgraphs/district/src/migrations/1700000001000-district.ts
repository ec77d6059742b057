import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every table of reference data has. */
const COMMON = `
  id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY,
  citation text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz`;

/** Facts, departments, base tasks and policy documents. */
export class District1700000001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE district_fact (${COMMON},
        code text NOT NULL CONSTRAINT district_fact_code UNIQUE,
        name text NOT NULL,
        name_en text NOT NULL,
        text text NOT NULL,
        number double precision,
        unit text,
        as_of date,
        as_of_note text
      );

      CREATE TABLE department (${COMMON},
        code text NOT NULL CONSTRAINT department_code UNIQUE,
        name text NOT NULL
      );

      CREATE TABLE base_task (${COMMON},
        code text NOT NULL CONSTRAINT base_task_code UNIQUE,
        center_type text NOT NULL,
        name text NOT NULL,
        CONSTRAINT base_task_center_type CHECK (center_type IN ('GENERAL_AFFAIRS', 'HEALTH', 'CULTURE_EDUCATION',
          'CIVIL_AFFAIRS', 'URBAN_MANAGEMENT', 'SOCIAL_MOBILIZATION', 'PUBLIC_SECURITY'))
      );

      -- The declared total binds every way in, files and SQL by hand included.
      CREATE FUNCTION refuse_base_task_beyond_32() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT count(*) FROM base_task WHERE deleted_at IS NULL) > 32 THEN
          RAISE EXCEPTION '基础任务超出已确定的32项 · more than the 32 base tasks declared (seed:82)'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'base_task_at_most_32';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER base_task_at_most_32 AFTER INSERT OR UPDATE ON base_task
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_base_task_beyond_32();

      CREATE TABLE policy_document (${COMMON},
        code text NOT NULL CONSTRAINT policy_document_code UNIQUE,
        name text NOT NULL,
        kind text NOT NULL CONSTRAINT policy_document_kind CHECK (kind IN ('LEADING', 'SUPPORTING', 'ACTION_PLAN')),
        issuer_code text CONSTRAINT policy_document_issuer_fk REFERENCES department (code)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE policy_document, base_task, department, district_fact;
      DROP FUNCTION refuse_base_task_beyond_32;
    `);
  }
}
