import { Statement } from '@mtg/commands';
import type { PeriodicTask, TaskContext } from '@mtg/subgraph-kit';
import { waitingSql } from './waiting-sql';

const KEY = ['row_id', 'role', 'place_kind', 'place', 'kind', 'command'];
const SAME = KEY.map((column) => `waiting.${column} = message.${column}`).join(' AND ');
const VALUES = [...KEY, 'row_kind', 'text', 'deadline'].join(', ');

/**
 * Notes what began to wait since the last round, and what no longer does. Most of what waits follows from a command, some from the
 * day alone; one statement finds both, so that a message is a round late at most, and no command writes more under its lock.
 */
export const noteWaitingTask = (everySeconds: number): PeriodicTask => ({
  name: 'note-waiting',
  everySeconds,
  run: noteWaiting,
});

/**
 * Brings the messages to what waits now, by one statement. Repeated, it writes nothing; two processes at once write
 * each message once.
 *
 * @returns the numbers of messages that are new, and of those that ended
 */
export async function noteWaiting({
  database,
  clock,
  owner,
}: Pick<TaskContext, 'database' | 'clock' | 'owner'>): Promise<{
  readonly begun: number;
  readonly ended: number;
}> {
  const statement = new Statement(clock);
  const sql = `WITH waiting AS MATERIALIZED (${waitingSql(statement, owner)}),
    ended AS (
      UPDATE message SET ended_at = ${statement.now()} WHERE ended_at IS NULL
        AND NOT EXISTS (SELECT FROM waiting WHERE ${SAME})
      RETURNING id),
    begun AS (
      INSERT INTO message (${VALUES}, created_at, next_attempt_at)
        SELECT ${VALUES}, ${statement.now()}, ${statement.now()} FROM waiting
        WHERE NOT EXISTS (SELECT FROM message WHERE message.ended_at IS NULL AND ${SAME})
      ON CONFLICT (${KEY.join(', ')}) WHERE ended_at IS NULL DO NOTHING
      RETURNING id)
    SELECT (SELECT count(*)::int FROM begun) AS begun, (SELECT count(*)::int FROM ended) AS ended`;
  const [counts]: readonly { readonly begun: number; readonly ended: number }[] = await database.query(
    sql,
    statement.values,
  );
  return counts ?? { begun: 0, ended: 0 };
}
