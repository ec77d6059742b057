import { setTimeout as sleep } from 'node:timers/promises';
import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import { nextSchema } from './copy-source';
import { inSchema, REMOVED } from './mirrored-table';

/** Held while views are made: each reads the tables of all sources. */
export const VIEWS_LOCK = 7_206_411;

/** A report may read for minutes: the swap gives way and tries again. */
const LOCK_LIMIT = '2s';
const RETRY_MS = 1000;
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

/** Recreates the views over all sources, within the transaction that is open. */
export type RecreateViews = (warehouse: ClientBase) => Promise<void>;

/**
 * Lets readers see the new copy in place of the old one, in one moment. Rows that the new one lacks are noted as removed.
 *
 * @param finish further statements of the same transaction
 */
export async function swapCopy(
  warehouse: ClientBase,
  schema: string,
  recreateViews: RecreateViews,
  finish: () => Promise<void>,
): Promise<void> {
  for (;;) {
    try {
      await warehouse.query('BEGIN');
      await warehouse.query(`SET LOCAL lock_timeout = '${LOCK_LIMIT}'`);
      await warehouse.query('SELECT pg_advisory_xact_lock($1)', [VIEWS_LOCK]);
      await noteRemoved(warehouse, schema);
      await warehouse.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(schema)} CASCADE`);
      await warehouse.query(
        `ALTER SCHEMA ${escapeIdentifier(nextSchema(schema))} RENAME TO ${escapeIdentifier(schema)}`,
      );
      await recreateViews(warehouse);
      await finish();
      await warehouse.query('COMMIT');
      return;
    } catch (error) {
      await warehouse.query('ROLLBACK');
      if (!isLocked(error)) throw error;
      await sleep(RETRY_MS);
    }
  }
}

/** Takes over what was removed before, and adds the rows that only the old copy has. */
async function noteRemoved(warehouse: ClientBase, schema: string): Promise<void> {
  const next = nextSchema(schema);
  // While it was made rows came and went that no reader has seen.
  await warehouse.query(`DELETE FROM ${inSchema(next, REMOVED)}`);
  const old = await tablesOf(warehouse, schema);
  if (!old.has(REMOVED)) return;
  const columns = 'position, table_name, id, removed_at';
  await warehouse.query(
    `INSERT INTO ${inSchema(next, REMOVED)} (${columns}) SELECT ${columns} FROM ${inSchema(schema, REMOVED)}`,
  );
  const kept = await tablesOf(warehouse, next);
  for (const name of old) {
    if (name === REMOVED) continue;
    const gone = kept.has(name)
      ? `WHERE NOT EXISTS (SELECT FROM ${inSchema(next, name)} AS kept WHERE kept.id = gone.id)`
      : '';
    await warehouse.query(
      `INSERT INTO ${inSchema(next, REMOVED)} (table_name, id)
       SELECT ${escapeLiteral(name)}, gone.id FROM ${inSchema(schema, name)} AS gone ${gone}`,
    );
  }
}

async function tablesOf(warehouse: ClientBase, schema: string): Promise<ReadonlySet<string>> {
  const { rows } = await warehouse.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1',
    [schema],
  );
  return new Set(rows.map(({ name }) => name));
}

// Errors of the driver have a code; others have none.
const isLocked = (error: unknown): boolean =>
  [LOCK_NOT_AVAILABLE, DEADLOCK].includes((error as { readonly code?: string }).code ?? '');
