import type { EntityManager, EntityMetadata, EntityTarget } from 'typeorm';
import type { ReferenceRow, ReferenceValues } from './reference-row';

/** Numbers of rows that a write inserted, updated or left unchanged. */
export interface WriteCounts {
  inserted: number;
  updated: number;
  unchanged: number;
}

export const noWrites = (): WriteCounts => ({ inserted: 0, updated: 0, unchanged: 0 });

export interface UpsertOptions {
  /** A row whose values are all the same is unchanged, wherever else it is now stated too. */
  readonly sameFactKeepsSource?: boolean;
  readonly onProgress?: (written: number) => void;
  /** Told of each row that changed: its key, and what it was. */
  readonly onUpdate?: (key: string, stored: StoredRow) => void;
  /** Told of each row that is new or changed. */
  readonly onWrite?: (id: string) => void;
}

/** A row as it was stored before it changed. */
export interface StoredRow {
  readonly citation: string;
  readonly isWithdrawn: boolean;
  /** By property, as JSON has them. */
  readonly values: Readonly<Record<string, unknown>>;
}

interface Returned {
  readonly inserted: boolean;
  readonly id: string;
  readonly key: string;
  /** As it was before, by column; null for a new row. */
  readonly before: Readonly<Record<string, unknown>>;
}

/** Any number will do that no other advisory lock of this database has. */
const WRITING_LOCK = 110110;

/**
 * Lets the writers of reference data take turns until each one's transaction ends: rows then show in the order of
 * their `updated_at`, so that incremental queries miss none; and two writers of the same rows
 * in another order do not lock each other out.
 */
export async function takeTurns(manager: Pick<EntityManager, 'query'>): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [WRITING_LOCK]);
}

/** In milliseconds, as clients see and send it; after the turn was taken, not at the start of the transaction. */
const NOW = `date_trunc('milliseconds', clock_timestamp())`;

/** PostgreSQL takes at most 65 535 parameters in a statement. */
const ROWS_PER_STATEMENT = 1000;

/**
 * Writes rows by their natural key: new ones are inserted, changed ones updated (and revived, were they
 * withdrawn), the rest not touched at all, so that `updated_at` means a change and a second run changes nothing.
 *
 * @param key property that identifies a row: `code` for most
 */
export async function upsertReference<Row extends ReferenceRow>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly ReferenceValues<Row>[],
  key: keyof ReferenceValues<Row> & string,
  { sameFactKeepsSource = false, onProgress, onUpdate, onWrite }: UpsertOptions = {},
): Promise<WriteCounts> {
  const counts = noWrites();
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const managed = new Set(['id', 'updatedAt', 'deletedAt']);
  const written = columns.filter((column) => !managed.has(column.propertyName));
  const quoted = written.map((column) => `"${column.databaseName}"`);
  const keyColumn = columnOf(columns, key);
  const assignments = quoted.map((column) => `${column} = EXCLUDED.${column}`).join(', ');
  const compared = sameFactKeepsSource ? quoted.filter((column) => column !== '"citation"') : quoted;
  const before = compared.map((column) => `"${tableName}".${column}`).join(', ');
  const after = compared.map((column) => `EXCLUDED.${column}`).join(', ');

  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const chunk = rows.slice(start, start + ROWS_PER_STATEMENT) as readonly Record<string, unknown>[];
    const parameters: unknown[] = [];
    const tuples = chunk.map((row) => {
      const places = written.map((column) => {
        parameters.push(row[column.propertyName] ?? null);
        return `$${parameters.length}`;
      });
      return `(${places.join(', ')}, ${NOW})`;
    });
    const returned: Returned[] = await manager.query(
      `INSERT INTO "${tableName}" (${quoted.join(', ')}, updated_at) VALUES ${tuples.join(', ')}
       ON CONFLICT ("${keyColumn}") DO UPDATE SET ${assignments}, updated_at = EXCLUDED.updated_at, deleted_at = NULL
       WHERE (${before}, "${tableName}".deleted_at IS NULL) IS DISTINCT FROM (${after}, true)
       RETURNING old.id IS NULL AS inserted, new.id, new."${keyColumn}" AS key, to_jsonb(old) AS before`,
      parameters,
    );
    const inserted = returned.filter((row) => row.inserted).length;
    for (const row of returned) {
      onWrite?.(row.id);
      if (!row.inserted) onUpdate?.(row.key, toStored(row.before, written));
    }
    counts.inserted += inserted;
    counts.updated += returned.length - inserted;
    counts.unchanged += chunk.length - returned.length;
    onProgress?.(start + chunk.length);
  }
  return counts;
}

function toStored(before: Returned['before'], columns: EntityMetadata['columns']): StoredRow {
  const values = columns.map(({ propertyName, databaseName }) => [propertyName, before[databaseName]]);
  return {
    citation: String(before['citation']),
    isWithdrawn: before['deleted_at'] !== null,
    values: Object.fromEntries(values),
  };
}

/** Withdraws rows by their natural key, those that a person imported or wrote by a command excepted; they stay as tombstones. */
export async function withdrawReference<Row extends ReferenceRow>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  key: string,
  values: readonly string[],
): Promise<void> {
  if (values.length === 0) return;
  const { tableName, columns } = manager.connection.getMetadata(entity);
  const keyColumn = columnOf(columns, key);
  await manager.query(
    `UPDATE "${tableName}" SET deleted_at = ${NOW}, updated_at = ${NOW}
     WHERE "${keyColumn}" = ANY($1) AND deleted_at IS NULL AND citation NOT LIKE 'import:%' AND citation NOT LIKE 'document:%'`,
    [values],
  );
}

/** The name in SQL of the property that is a set's natural key. */
const columnOf = (columns: EntityMetadata['columns'], key: string): string =>
  columns.find((column) => column.propertyName === key)?.databaseName ?? key;
