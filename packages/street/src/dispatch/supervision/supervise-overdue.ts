import {
  localDay,
  OPEN_WORK_ORDER_STATES,
  overdueBefore,
  supervisionMachine,
  type WorkCalendar,
} from '@mtg/governance';
import type { TransactionManager } from '@mtg/commands';

/**
 * Opens a supervision for each overdue open order that has none (R12). Repeated, it opens nothing: the table holds one
 * open supervision of an order at most.
 *
 * @enforces R12
 * @param now its day in Asia/Shanghai is the one that deadlines are compared with
 * @param calendar where the street counts deadlines by working days
 * @returns identifiers of the supervisions that were opened
 */
export async function superviseOverdue(
  { manager }: { readonly manager: TransactionManager },
  now: Date,
  calendar?: WorkCalendar,
): Promise<readonly string[]> {
  const opened: readonly { readonly id: string }[] = await manager.query(
    `INSERT INTO supervision (created_at, updated_at, sample, work_order_id, state, missed_deadline)
     SELECT $1, $1, sample, id, $2, deadline FROM work_order
     WHERE deadline < $3 AND state = ANY($4) AND deleted_at IS NULL AND NOT EXISTS (
       SELECT FROM supervision WHERE work_order_id = work_order.id AND state = $2 AND deleted_at IS NULL)
     ORDER BY deadline, id
     ON CONFLICT DO NOTHING RETURNING id`,
    [now, supervisionMachine.creation.to, overdueBefore(localDay(now), calendar), OPEN_WORK_ORDER_STATES],
  );
  return opened.map(({ id }) => id);
}
