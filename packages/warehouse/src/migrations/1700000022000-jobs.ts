import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that are made in the background, and the secret that links to them are signed with. */
export class Jobs1700000022000 implements MigrationInterface {
  readonly name = 'Jobs1700000022000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE warehouse.job (
      id uuid PRIMARY KEY,
      subject text NOT NULL,
      key text,
      street text,
      dataset text NOT NULL,
      format text NOT NULL,
      parameters jsonb NOT NULL,
      state text NOT NULL DEFAULT 'QUEUED'
        CONSTRAINT job_state CHECK (state IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'EXPIRED')),
      created_at timestamptz NOT NULL DEFAULT now(),
      started_at timestamptz,
      finished_at timestamptz,
      expires_at timestamptz,
      runner uuid,
      beat_at timestamptz,
      attempt int NOT NULL DEFAULT 0,
      failures int NOT NULL DEFAULT 0,
      rows bigint NOT NULL DEFAULT 0,
      expected_rows bigint NOT NULL DEFAULT 0,
      bytes bigint NOT NULL DEFAULT 0,
      digest text,
      position text,
      freshness jsonb,
      problem jsonb
    )`);
    await runner.query('CREATE INDEX job_subject ON warehouse.job (subject)');
    await runner.query('CREATE INDEX job_state ON warehouse.job (state, created_at)');
    // 244 random bits.
    await runner.query(`CREATE TABLE warehouse.job_secret AS
      SELECT true AS single, gen_random_uuid()::text || gen_random_uuid()::text AS secret`);
    await runner.query('ALTER TABLE warehouse.job_secret ADD PRIMARY KEY (single), ADD CHECK (single)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE warehouse.job_secret');
    await runner.query('DROP TABLE warehouse.job');
  }
}
