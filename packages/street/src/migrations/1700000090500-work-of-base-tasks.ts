import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Base tasks that key points and projects carry out; earlier ones carry out none. Projects of a year are found by their deadline. */
export class WorkOfBaseTasks1700000090500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE key_point ADD COLUMN base_task_codes text[] NOT NULL DEFAULT '{}';
      ALTER TABLE key_point ALTER COLUMN base_task_codes DROP DEFAULT;
      CREATE INDEX key_point_base_task_codes ON key_point USING gin (base_task_codes);
      ALTER TABLE project ADD COLUMN base_task_codes text[] NOT NULL DEFAULT '{}';
      ALTER TABLE project ALTER COLUMN base_task_codes DROP DEFAULT;
      CREATE INDEX project_base_task_codes ON project USING gin (base_task_codes);
      CREATE INDEX project_deadline ON project (deadline, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX project_deadline;
      ALTER TABLE project DROP COLUMN base_task_codes;
      ALTER TABLE key_point DROP COLUMN base_task_codes;
    `);
  }
}
