import { wholeDatabase } from '@mtg/subgraph-kit';
import type { DataSource, EntityManager } from 'typeorm';
import { CommandQueue, CrowdedError } from './queue';

/** Any number that no other lock of the platform has. */
const COMMAND_LOCK = 1_100_109_002;

/** Another process may write for long (a load of sample data); who waits is told before the gateway gives up. */
const LONGEST_WAIT = '3s';

/** A command may take longer than a question: it is carried out even if its client has gone. */
const LONGEST_STATEMENT = '30s';

/** What loads much is connected without a limit, and stays so. */
const LIMITS = `SELECT set_config('lock_timeout', $1, true),
  CASE WHEN current_setting('statement_timeout') <> '0' THEN set_config('statement_timeout', $2, true) END`;

/** PostgreSQL: somebody else did not give a lock back in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Whether something did not get its turn, because too many wait or somebody else writes for long: nothing was done. */
export const isOutOfTurn = (error: unknown): boolean =>
  error instanceof CrowdedError || (error as { readonly code?: unknown } | null)?.code === LOCK_NOT_AVAILABLE;

/** One queue for each database, so that waiting commands do not use up the connections that questions need. */
const queues = new WeakMap<DataSource, CommandQueue>();

function queueOf(database: DataSource): CommandQueue {
  const queue = queues.get(database) ?? new CommandQueue();
  queues.set(database, queue);
  return queue;
}

/** Lets no other writer of the street in until the caller's transaction ends, which may have a `lock_timeout`. */
export const takeCommandLock = (manager: EntityManager): Promise<unknown> =>
  manager.query('SELECT pg_advisory_xact_lock($1)', [COMMAND_LOCK]);

/**
 * Runs what writes to a street in one transaction, after whatever else writes to it: in this process by a queue, among
 * processes by a lock of the database.
 *
 * @param whose who asks for it; one may not have everybody else wait
 */
export const inTurn = <T>(
  database: DataSource,
  body: (manager: EntityManager) => Promise<T>,
  whose?: string,
): Promise<T> =>
  queueOf(wholeDatabase(database)).run(
    () =>
      wholeDatabase(database).transaction(async (manager) => {
        await manager.query(LIMITS, [LONGEST_WAIT, LONGEST_STATEMENT]);
        await takeCommandLock(manager);
        return body(manager);
      }),
    whose,
  );
