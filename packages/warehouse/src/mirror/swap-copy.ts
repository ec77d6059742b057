import { escapeIdentifier, escapeLiteral, type ClientBase } from 'pg';
import { nextSchema } from './copy-source';
import { inViewsTurn, type ViewsTurn } from './views-turn';
import { inSchema, REMOVED } from './mirrored-table';

/** Recreates the views over all sources, within the transaction that is open. */
export type RecreateViews = (warehouse: ClientBase) => Promise<void>;

/** A copy that is complete. */
export interface ReadyCopy {
  readonly schema: string;
  /** Further statements of the same transaction. */
  readonly finish: (warehouse: ClientBase) => Promise<void>;
}

/** Lets readers see new copies in place of the old ones, in one moment. Rows that a new one lacks are noted as removed. */
export async function swapCopies(
  warehouse: ClientBase,
  copies: readonly ReadyCopy[],
  { recreateViews, ...turn }: ViewsTurn & { readonly recreateViews: RecreateViews },
): Promise<void> {
  await inViewsTurn(warehouse, turn, async () => {
    for (const { schema } of copies) {
      await noteRemoved(warehouse, schema);
      await warehouse.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(schema)} CASCADE`);
      await warehouse.query(
        `ALTER SCHEMA ${escapeIdentifier(nextSchema(schema))} RENAME TO ${escapeIdentifier(schema)}`,
      );
    }
    await recreateViews(warehouse);
    for (const { finish } of copies) await finish(warehouse);
  });
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
