import type { Scribe } from './scribe';

const RECORDS =
  `meeting minutes delegation work_order ledger_entry support_issue expenditure visit_record sentiment_log
  enforcement_object`.split(/\s+/u);

/** A file at each record that may have one, and one that was withdrawn. */
export async function attachments({ street }: Scribe): Promise<void> {
  for (const table of RECORDS) {
    await street.sql(
      `INSERT INTO attachment (created_at, updated_at, attached_to, ${table}_id, upload_id, file_name, media_type, size_bytes,
         sha256, note, uploaded_by, scan_state, scanned_at, withdrawn_at, withdrawn_by, withdrawal_reason)
       SELECT now(), now(), $1, id, uuidv7(), '照片.jpg', 'image/jpeg', 3, repeat('a', 64), '现场', 'staff', 'CLEAN', now(), now(),
         'clerk', '传错' FROM ${table}`,
      [table.toUpperCase()],
    );
    await street.sql(
      `INSERT INTO attachment (created_at, updated_at, attached_to, ${table}_id, upload_id, file_name, media_type, size_bytes,
         sha256, note, uploaded_by, scan_state, scanned_at)
       SELECT now(), now(), $1, id, uuidv7(), '现场.jpg', 'image/jpeg', 3, repeat('b', 64), '现场', 'staff', 'CLEAN', now()
       FROM ${table}`,
      [table.toUpperCase()],
    );
  }
}
