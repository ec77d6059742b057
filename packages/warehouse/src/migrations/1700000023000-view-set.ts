import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Digest of the views that are there, so that a start leaves them alone where nothing has changed. */
export class ViewSet1700000023000 implements MigrationInterface {
  readonly name = 'ViewSet1700000023000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE warehouse.view_set (digest text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE warehouse.view_set');
  }
}
