import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Position at which the feed of a source began. A warehouse that is rebuilt begins at another. */
export class FirstPosition1700000024000 implements MigrationInterface {
  readonly name = 'FirstPosition1700000024000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE warehouse.source ADD COLUMN first_position bigint NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE warehouse.source DROP COLUMN first_position');
  }
}
