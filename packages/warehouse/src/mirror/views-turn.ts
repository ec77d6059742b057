import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientBase } from 'pg';

/** Held while views are made: each reads the tables of all sources. */
const VIEWS_LOCK = 7_206_411;

/** A report may read for minutes, and new readers would queue behind the one that waits for it: this gives way and tries again. */
const LOCK_LIMIT = '2s';
const RETRY_MS = 1000;
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

/** Does what changes the views, within a transaction of its own, once no reader is in the way. */
export async function inViewsTurn(warehouse: ClientBase, work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      await warehouse.query('BEGIN');
      await warehouse.query(`SET LOCAL lock_timeout = '${LOCK_LIMIT}'`);
      await warehouse.query('SELECT pg_advisory_xact_lock($1)', [VIEWS_LOCK]);
      await work();
      await warehouse.query('COMMIT');
      return;
    } catch (error) {
      await warehouse.query('ROLLBACK');
      if (!isLocked(error)) throw error;
      await sleep(RETRY_MS);
    }
  }
}

// Errors of the driver have a code; others have none.
const isLocked = (error: unknown): boolean =>
  [LOCK_NOT_AVAILABLE, DEADLOCK].includes((error as { readonly code?: string }).code ?? '');
