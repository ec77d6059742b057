import { ROLE_ENTRIES } from '@mtg/access';
import { EVERYBODY } from '../everybody';
import type { SequenceStreet } from '../sequence-street';

/** A message to each role of the street, read by each who has it, and by one who is none of them. */
export async function messages(street: SequenceStreet): Promise<void> {
  const readers = EVERYBODY.flatMap(({ actor }) => (actor ? [actor] : []));
  for (const { subject, role } of [...readers, { subject: 'another', role: 'DISPATCHER' as const }]) {
    if (ROLE_ENTRIES[role].optional.length > 0) continue;
    await street.sql(
      `WITH sent AS (
         INSERT INTO message (kind, role, place_kind, place, row_id, row_kind, command, text, created_at, next_attempt_at)
         SELECT 'WAITING', $2, '', '', id, 'WorkOrder', 'acceptWorkOrder', '派单待办', now(), now() FROM work_order
         ON CONFLICT DO NOTHING RETURNING id)
       INSERT INTO message_reading (created_at, updated_at, message_id, reader)
         SELECT now(), now(), id, $1 FROM message WHERE role = $2
         UNION SELECT now(), now(), id, $1 FROM sent LIMIT 1`,
      [subject, role],
    );
  }
}
