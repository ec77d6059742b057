import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was imported of past years: entries of files by digests of their names, and the time at which an order or
 * a visit plan was imported, which bears the days on which its steps were taken.
 */
export class PastYears1700000092000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE imported_entry (
        import text NOT NULL,
        import_key text NOT NULL,
        content text NOT NULL,
        row_id uuid NOT NULL,
        imported_at timestamptz(3) NOT NULL,
        CONSTRAINT imported_entry_key PRIMARY KEY (import, import_key),
        CONSTRAINT imported_entry_row UNIQUE (import, row_id)
      );
      ALTER TABLE work_order ADD COLUMN imported_at timestamptz(3);
      ALTER TABLE visit_plan ADD COLUMN imported_at timestamptz(3);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE visit_plan DROP COLUMN imported_at;
      ALTER TABLE work_order DROP COLUMN imported_at;
      DROP TABLE imported_entry;
    `);
  }
}
