import type { ClientBase } from 'pg';

/** Held while views are made: each reads the tables of all sources. */
const VIEWS_LOCK = 7_206_411;

/** Name of the connections that make copies and views. */
export const OWN_NAME = 'warehouse';

/** Takes the lock of those who make views until the transaction ends, if it is free. */
export async function isOwnTurn(warehouse: ClientBase): Promise<boolean> {
  const { rows } = await warehouse.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_xact_lock($1) AS taken',
    [VIEWS_LOCK],
  );
  return rows[0]?.taken === true;
}

/** A session that keeps views from being made. */
export interface InTheWay {
  readonly pid: number;
  readonly login: string;
  /** Seconds since its transaction began; null where the owner may not see it. */
  readonly seconds: number | null;
}

/**
 * Finds the sessions that read the views, or hold the lock of those who make them; the oldest first. Another copy that has its turn
 * is none: it ends by itself.
 */
export async function findInTheWay(warehouse: ClientBase): Promise<readonly InTheWay[]> {
  const { rows } = await warehouse.query<InTheWay>(
    `SELECT pid, usename AS login, extract(epoch FROM clock_timestamp() - xact_start)::int AS seconds
     FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid()
       AND NOT (usename = current_user AND application_name = $2) AND pid IN (
       SELECT pid FROM pg_locks
       WHERE granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND (
         relation IN (SELECT oid FROM pg_class WHERE relnamespace = 'bi'::regnamespace)
         OR locktype = 'advisory' AND objid = $1 AND objsubid = 1))
     ORDER BY xact_start`,
    [VIEWS_LOCK, OWN_NAME],
  );
  return rows;
}

/**
 * Ends the sessions of keys whose transactions are older than a key's may be: a session may change its limits.
 *
 * @returns those that were ended; an owner that is no superuser may not
 */
export async function endOldKeys(
  warehouse: ClientBase,
  found: readonly InTheWay[],
  limitSeconds: number,
): Promise<readonly InTheWay[]> {
  const old = found.filter(
    ({ login, seconds }) => login.startsWith('bi_') && seconds !== null && seconds >= limitSeconds,
  );
  const ended: InTheWay[] = [];
  for (const each of old) {
    const end = warehouse.query<{ ended: boolean }>('SELECT pg_terminate_backend($1) AS ended', [each.pid]);
    const { rows } = await end.catch(() => ({ rows: [] }));
    if (rows[0]?.ended === true) ended.push(each);
  }
  return ended;
}
