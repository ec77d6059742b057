import type { ClientBase } from 'pg';
import { FEED_COLUMN } from '../mirror/mirrored-table';

/** Columns of the copied tables of a source, stored facts included, by the table's name. */
export type PresentTables = ReadonlyMap<string, ReadonlySet<string>>;

/** The copied tables of each source that has some. */
export async function presentTables(
  warehouse: ClientBase,
  sources: readonly string[],
): Promise<ReadonlyMap<string, PresentTables>> {
  const { rows } = await warehouse.query<{ schema: string; table: string; columns: string[] }>(
    `SELECT nspname AS schema, relname AS table, array_agg(attname::text) AS columns
     FROM pg_attribute JOIN pg_class relation ON relation.oid = attrelid JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE relkind = 'r' AND attnum > 0 AND NOT attisdropped AND nspname = ANY ($1)
     GROUP BY nspname, relname
     HAVING bool_or(attname = $2) AND bool_or(attname = 'id') AND NOT bool_or(attname = 'removed_at')`,
    [sources, FEED_COLUMN],
  );
  const present = new Map<string, Map<string, ReadonlySet<string>>>();
  for (const { schema, table, columns } of rows) {
    const tables = present.get(schema) ?? new Map<string, ReadonlySet<string>>();
    present.set(schema, tables.set(table, new Set(columns)));
  }
  return present;
}
