import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kit's own table; the first migration of every subgraph. */
export class ReferenceLoad1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE reference_load (
        name text NOT NULL PRIMARY KEY,
        rows jsonb NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now()
      )
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE reference_load');
  }
}
