import { WORK_ROW_COLUMNS } from '@mtg/commands';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const RECORDS = [
  'meeting',
  'minutes',
  'delegation',
  'work_order',
  'ledger_entry',
  'support_issue',
  'expenditure',
  'visit_record',
  'sentiment_log',
  'enforcement_object',
];

const REFERENCES = RECORDS.map(
  (table) => `${table}_id uuid CONSTRAINT attachment_${table}_fk REFERENCES ${table} (id)`,
).join(',\n        ');

/** The kind says which of the references there is. */
const ONE = RECORDS.map(
  (table) => `(attached_to = '${table.toUpperCase()}') = (${table}_id IS NOT NULL)`,
).join(' AND ');

const INDEXES = RECORDS.map(
  (table) =>
    `CREATE INDEX attachment_${table} ON attachment (${table}_id, id) WHERE ${table}_id IS NOT NULL;`,
).join('\n      ');

/** Files attached to records, and uploads that wait to be attached. */
export class Attachment1700000093000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE file_upload (
        id uuid NOT NULL PRIMARY KEY,
        file_name text NOT NULL,
        media_type text NOT NULL,
        size_bytes int NOT NULL,
        sha256 text NOT NULL CONSTRAINT file_upload_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        uploaded_by text NOT NULL,
        stored boolean NOT NULL,
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX file_upload_created ON file_upload (created_at);
      CREATE INDEX file_upload_content ON file_upload (sha256);

      CREATE TABLE attachment (${WORK_ROW_COLUMNS},
        attached_to text NOT NULL CONSTRAINT attachment_attached_to
          CHECK (attached_to IN (${RECORDS.map((table) => `'${table.toUpperCase()}'`).join(', ')})),
        ${REFERENCES},
        upload_id uuid NOT NULL CONSTRAINT attachment_upload UNIQUE,
        file_name text NOT NULL CONSTRAINT attachment_file_name CHECK (btrim(file_name) <> ''),
        media_type text NOT NULL CONSTRAINT attachment_media_type CHECK (btrim(media_type) <> ''),
        size_bytes int NOT NULL CONSTRAINT attachment_size CHECK (size_bytes > 0),
        sha256 text NOT NULL CONSTRAINT attachment_sha256 CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        note text,
        uploaded_by text NOT NULL CONSTRAINT attachment_uploaded_by CHECK (btrim(uploaded_by) <> ''),
        scan_state text NOT NULL CONSTRAINT attachment_scan_state CHECK (scan_state IN ('UNSCANNED', 'CLEAN', 'INFECTED')),
        scanned_at timestamptz(3),
        withdrawn_at timestamptz(3),
        withdrawn_by text,
        withdrawal_reason text,
        CONSTRAINT attachment_record CHECK (${ONE}),
        CONSTRAINT attachment_scanned CHECK ((scan_state = 'UNSCANNED') = (scanned_at IS NULL)),
        CONSTRAINT attachment_withdrawn CHECK (num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) IN (0, 3))
      );
      CREATE INDEX attachment_updated ON attachment (updated_at, id);
      CREATE INDEX attachment_content ON attachment (sha256);
      ${INDEXES}
      CREATE INDEX attachment_to_scan ON attachment (id) WHERE scan_state = 'UNSCANNED';

      CREATE TRIGGER attachment_columns AFTER UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION
        guard_columns('scan_state scanned_at withdrawn_at withdrawn_by withdrawal_reason');
      -- An answer of the scanner may become worse, and a withdrawal is not undone.
      CREATE FUNCTION keep_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF OLD.scan_state = 'INFECTED' AND NEW.scan_state <> 'INFECTED'
            OR NEW.scan_state = 'UNSCANNED' AND OLD.scan_state <> 'UNSCANNED'
            OR OLD.withdrawn_at IS NOT NULL AND
              (OLD.withdrawn_at, OLD.withdrawn_by, OLD.withdrawal_reason) IS DISTINCT FROM
              (NEW.withdrawn_at, NEW.withdrawn_by, NEW.withdrawal_reason)
          THEN
            RAISE EXCEPTION 'attachment % keeps its scan and its withdrawal', OLD.id USING ERRCODE = 'integrity_constraint_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER attachment_kept BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION keep_attachment();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE attachment, file_upload; DROP FUNCTION keep_attachment()');
  }
}
