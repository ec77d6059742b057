import { snakeCase } from '@mtg/subgraph-kit';
import { CORRECTED_FIELDS } from '../corrected-tables';
import type { SequenceStreet } from '../sequence-street';

/** A correction of each row that can be corrected. */
export async function corrections(street: SequenceStreet): Promise<void> {
  for (const [type, field] of Object.entries(CORRECTED_FIELDS)) {
    const table = snakeCase(type);
    await street.sql(
      `INSERT INTO ${table}_correction (created_at, updated_at, corrected_id, field, old_value, new_value, reason, corrected_by, role,
         made_version)
       SELECT now(), now(), id, '${field}', '误', '正', '笔误', 'dispatcher', 'DISPATCHER', 2 FROM ${table}`,
    );
  }
  await street.sql(
    `INSERT INTO minutes_correction (created_at, updated_at, minutes_item_id, number, old_text, new_text, reason, issuer, role)
     SELECT now(), now(), item.id, item.id, '误', '正', '笔误', 'clerk', 'COMMITTEE_CLERK'
     FROM minutes_item AS item JOIN minutes ON minutes.id = item.minutes_id WHERE item.deleted_at IS NULL`,
  );
}
