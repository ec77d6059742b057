import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of centers that another person recorded for the head. Earlier ones were recorded by the centers. */
export class ReportForHead1700000088020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE center_report
        ADD COLUMN recorded_by text,
        ADD COLUMN recorded_for_id uuid CONSTRAINT center_report_recorded_for_fk REFERENCES person (id),
        ADD CONSTRAINT center_report_for_head CHECK (recorded_for_id IS NULL OR recorded_by IS NOT NULL);
      CREATE INDEX center_report_recorded_by ON center_report (recorded_by, id);
      CREATE INDEX center_report_recorded_for ON center_report (recorded_for_id, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE center_report DROP COLUMN recorded_for_id, DROP COLUMN recorded_by;
    `);
  }
}
