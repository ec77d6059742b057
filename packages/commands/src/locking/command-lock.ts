import { inOneTrip, wholeDatabase, type Statement } from '@mtg/subgraph-kit';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { CommandQueue, OverloadedError } from './command-queue';

/** Any number that no other lock of the platform has. */
const COMMAND_LOCK = 1_100_109_002;

/** Another process may write for long (a load of sample data); a command is refused before the gateway gives up. */
const LONGEST_WAIT = '3s';

/** A command may take longer than a query: it is carried out even if its client has gone. */
const LONGEST_STATEMENT = '30s';

/** A connection without a limit, as those that load much have, keeps none. */
const LIMITS: Statement = {
  name: 'command-limits',
  text: `SELECT set_config('lock_timeout', $1, true),
    CASE WHEN current_setting('statement_timeout') <> '0' THEN set_config('statement_timeout', $2, true) END`,
  values: [LONGEST_WAIT, LONGEST_STATEMENT],
};

const LOCK: Statement = {
  name: 'command-lock',
  text: 'SELECT pg_advisory_xact_lock($1)',
  values: [COMMAND_LOCK],
};

/** PostgreSQL: another session did not release a lock in time. */
const LOCK_NOT_AVAILABLE = '55P03';

/** Tells whether something was refused before it began, because too many wait or another process writes for long. */
export const isOverloaded = (error: unknown): boolean =>
  error instanceof OverloadedError ||
  (error as { readonly code?: unknown } | null)?.code === LOCK_NOT_AVAILABLE;

/** One queue for each database, so that waiting commands do not use up the connections that queries need. */
const queues = new WeakMap<DataSource, CommandQueue>();

function queueOf(database: DataSource): CommandQueue {
  const queue = queues.get(database) ?? new CommandQueue();
  queues.set(database, queue);
  return queue;
}

/** Acquires the command lock for the caller's transaction, which may have a `lock_timeout`. */
export const acquireCommandLock = (manager: EntityManager): Promise<unknown> =>
  manager.query(LOCK.text, [...(LOCK.values ?? [])]);

/** A transaction that holds the command lock. */
export interface Locked {
  readonly manager: EntityManager;
  /** The driver's client of the transaction's connection. */
  readonly connect: QueryRunner['connect'];
  /** Rows of the statements that were to be sent right behind the lock. */
  readonly read: readonly (readonly unknown[])[];
}

/** Result of a transaction, and the statements to run before it commits. */
export interface Written<T> {
  readonly value: T;
  readonly writes: readonly Statement[];
}

interface LockOptions {
  /** Sent behind the lock in the same round trip: each sees all that was committed before the lock was acquired. */
  readonly reads?: readonly Statement[];
  /** Subject that the queue's limit applies to; undefined for the platform's own tasks, which are exempt. */
  readonly subject?: string | undefined;
}

/**
 * Runs a transaction of a street's writer, one at a time: by a queue in this process, by a lock of the database among
 * processes. The transaction begins with one round trip to the database and ends with one.
 *
 * @throws an error that `isOverloaded` recognizes when the lock is unavailable; the error of `body` or of the database
 */
export const underCommandLock = <T>(
  database: DataSource,
  body: (locked: Locked) => Promise<Written<T>>,
  { reads = [], subject }: LockOptions = {},
): Promise<T> =>
  queueOf(wholeDatabase(database)).run(
    () => lockedTransaction(wholeDatabase(database), body, reads),
    subject,
  );

const BEGIN: readonly Statement[] = [{ text: 'BEGIN' }, LIMITS, LOCK];

async function lockedTransaction<T>(
  database: DataSource,
  body: (locked: Locked) => Promise<Written<T>>,
  reads: readonly Statement[],
): Promise<T> {
  const runner = database.createQueryRunner();
  try {
    const answers = await inOneTrip(runner, [...BEGIN, ...reads]);
    // TypeORM is told that there is a transaction, or it would begin one of its own for what it writes.
    Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
    const read = answers.slice(BEGIN.length).map(({ rows }) => rows as unknown[]);
    const { value, writes } = await body({ manager: runner.manager, connect: () => runner.connect(), read });
    const committed = (await inOneTrip(runner, [...writes, { text: 'COMMIT' }])).at(-1);
    // So the server answers a COMMIT of a transaction in which something failed.
    if (committed?.command !== 'COMMIT') throw new Error('the transaction was rolled back');
    return value;
  } catch (error) {
    // A connection that is lost has rolled back by itself.
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}
