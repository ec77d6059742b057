import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What centers have found out about communities (R27). */
export class LedgerEntry1700000018000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ledger_entry (${WORK_ROW_COLUMNS},
        center_code text NOT NULL CONSTRAINT ledger_entry_center CHECK (btrim(center_code) <> ''),
        community_code text NOT NULL CONSTRAINT ledger_entry_community_fk REFERENCES community (code),
        kind text NOT NULL CONSTRAINT ledger_entry_kind
          CHECK (kind IN ('SERVICE_STAFF', 'RESOURCE', 'KEY_DIFFICULTY', 'NEED')),
        text text NOT NULL CONSTRAINT ledger_entry_text CHECK (btrim(text) <> ''),
        count int CONSTRAINT ledger_entry_count CHECK (count >= 0),
        source text NOT NULL CONSTRAINT ledger_entry_source CHECK (btrim(source) <> ''),
        verified_on date NOT NULL,
        verified_by text NOT NULL CONSTRAINT ledger_entry_verified_by CHECK (btrim(verified_by) <> ''),
        previous_id uuid CONSTRAINT ledger_entry_previous_fk REFERENCES ledger_entry (id),
        reason text,
        amended_at timestamptz(3),
        -- Only an amendment has a reason.
        CONSTRAINT ledger_entry_amendment CHECK ((previous_id IS NULL) = (reason IS NULL)),
        CONSTRAINT ledger_entry_not_in_future
          CHECK (verified_on <= (updated_at AT TIME ZONE 'Asia/Shanghai')::date)
      );
      CREATE INDEX ledger_entry_updated ON ledger_entry (updated_at, id);
      CREATE INDEX ledger_entry_center ON ledger_entry (center_code, id);
      CREATE INDEX ledger_entry_community ON ledger_entry (community_code, id);
      CREATE INDEX ledger_entry_verified_on ON ledger_entry (verified_on, id);
      CREATE INDEX ledger_entry_verified_by ON ledger_entry (verified_by, id);
      -- History is a line: an entry is amended once.
      CREATE UNIQUE INDEX ledger_entry_previous ON ledger_entry (previous_id);

      CREATE FUNCTION keep_amended_entry() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'an amended ledger entry stays as it is' USING ERRCODE = 'check_violation';
        END $$;
      -- Withdrawal and return of sample data alone may touch history.
      CREATE TRIGGER ledger_entry_history BEFORE UPDATE ON ledger_entry
        FOR EACH ROW WHEN (OLD.amended_at IS NOT NULL AND NOT OLD.sample)
        EXECUTE FUNCTION keep_amended_entry();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE ledger_entry; DROP FUNCTION keep_amended_entry');
  }
}
