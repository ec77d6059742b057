import type { MigrationInterface, QueryRunner } from 'typeorm';

/** State of the sources. No migration makes their tables: the sources say what they are. */
export class Warehouse1700000020000 implements MigrationInterface {
  readonly name = 'Warehouse1700000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA warehouse');
    await runner.query('CREATE SCHEMA bi');
    await runner.query(`CREATE TABLE warehouse.source (
      name text PRIMARY KEY,
      state text NOT NULL DEFAULT 'UNREACHABLE'
        CONSTRAINT source_state CHECK (state IN ('COPYING', 'FOLLOWING', 'UNREACHABLE', 'FAILED')),
      system_id text,
      start_id uuid,
      signature text,
      applied pg_lsn,
      position bigint NOT NULL DEFAULT 0,
      fresh_at timestamptz,
      copied_at timestamptz,
      contacted_at timestamptz,
      copy_wanted boolean NOT NULL DEFAULT false,
      problem_zh text,
      problem_en text
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE warehouse.source');
    await runner.query('DROP SCHEMA bi');
    await runner.query('DROP SCHEMA warehouse');
  }
}
