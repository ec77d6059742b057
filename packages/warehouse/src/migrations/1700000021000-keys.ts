import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keys of analysts, and the condition of every view: which streets the login reads. A login whose name begins with `bi_` is
 * that of a key, and reads nothing without one that counts; the others are the warehouse's own.
 */
export class Keys1700000021000 implements MigrationInterface {
  readonly name = 'Keys1700000021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE warehouse.key (
      name text PRIMARY KEY
        CONSTRAINT key_name CHECK (name ~ '^[a-z][a-z0-9_]{0,39}$' AND name !~ '^bi_' AND name <> 'reader'),
      street text,
      verifier text NOT NULL CONSTRAINT key_verifier CHECK (verifier LIKE 'SCRAM-SHA-256$%'),
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      revoked_at timestamptz
    )`);
    await runner.query(`CREATE FUNCTION warehouse.reads(street text) RETURNS boolean
      LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER
      RETURN session_user::text !~ '^bi_' OR EXISTS (
        SELECT FROM warehouse.key AS key
        WHERE 'bi_' || key.name = session_user::text AND key.revoked_at IS NULL AND key.expires_at > now()
          AND (key.street IS NULL OR $1 IN (key.street, 'DISTRICT')))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION warehouse.reads(text) CASCADE');
    await runner.query('DROP TABLE warehouse.key');
  }
}
