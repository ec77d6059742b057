import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A report on deputies is supplemented by what was recorded of its year since (R16); the first one of a year stays one. */
export class DeputySupplement1700000089630 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE deputy_report ADD COLUMN supplements_id uuid
        CONSTRAINT deputy_report_supplements_fk REFERENCES deputy_report (id);
      CREATE INDEX deputy_report_supplements ON deputy_report (supplements_id, id);
      DROP INDEX deputy_report_one;
      CREATE UNIQUE INDEX deputy_report_one ON deputy_report (year, sample)
        WHERE deleted_at IS NULL AND supplements_id IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX deputy_report_one;
      ALTER TABLE deputy_report DROP COLUMN supplements_id;
      CREATE UNIQUE INDEX deputy_report_one ON deputy_report (year, sample) WHERE deleted_at IS NULL;
    `);
  }
}
