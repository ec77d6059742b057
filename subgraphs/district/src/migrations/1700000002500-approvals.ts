import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Approvals of 区政府 and 区委, and the heads of the streets' audit chains as the district saw them. */
export class Approvals1700000002500 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE approval (${WORK_ROW_COLUMNS},
        authority text NOT NULL
          CONSTRAINT approval_authority CHECK (authority IN ('DISTRICT_GOVERNMENT', 'DISTRICT_PARTY_COMMITTEE')),
        number text NOT NULL CONSTRAINT approval_number UNIQUE,
        title text NOT NULL,
        decided_on date NOT NULL,
        department_code text CONSTRAINT approval_department_fk REFERENCES department (code),
        street_codes text[],
        document_uri text,
        document_sha256 text CONSTRAINT approval_sha256 CHECK (document_sha256 ~ '^[0-9a-f]{64}$'),
        revoked_at timestamptz(3),
        revocation_reason text,
        CONSTRAINT approval_revoked_with_reason CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL))
      );
      CREATE INDEX approval_updated ON approval (updated_at, id);

      CREATE TABLE audit_anchor (
        chain text NOT NULL,
        sequence bigint NOT NULL,
        hash text NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        PRIMARY KEY (chain, sequence, hash)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE audit_anchor, approval');
  }
}
