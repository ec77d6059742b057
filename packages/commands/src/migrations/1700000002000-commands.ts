import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every command writes besides its own rows: the audit chain, and the first answers to keys. */
export class Commands1700000002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_entry (
        sequence bigint NOT NULL PRIMARY KEY,
        at timestamptz(3) NOT NULL,
        actor text,
        role text,
        scope text,
        command text NOT NULL,
        input_digest text NOT NULL,
        outcome text NOT NULL CONSTRAINT audit_entry_outcome CHECK (outcome IN ('ALLOWED', 'REFUSED')),
        code text,
        rule text,
        targets uuid[] NOT NULL,
        request_id text NOT NULL,
        previous_hash text NOT NULL CONSTRAINT audit_entry_previous_hash UNIQUE,
        hash text NOT NULL CONSTRAINT audit_entry_hash UNIQUE,
        CONSTRAINT audit_entry_refused_with_code CHECK ((outcome = 'REFUSED') = (code IS NOT NULL))
      );
      CREATE INDEX audit_entry_targets ON audit_entry USING gin (targets);
      CREATE INDEX audit_entry_at ON audit_entry (at);

      CREATE TABLE idempotency_record (
        actor text NOT NULL,
        key text NOT NULL,
        digest text NOT NULL,
        answer jsonb NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (actor, key)
      );
      CREATE INDEX idempotency_record_at ON idempotency_record (at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE idempotency_record, audit_entry');
  }
}
