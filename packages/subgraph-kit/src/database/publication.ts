import { escapeIdentifier } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { SharedTable } from './shared-table';

/** The one publication of a subgraph. */
const PUBLICATION = 'shared';

const OPERATIONS = `publish = 'insert, update, delete, truncate'`;

/** A publication as the database had it. */
export interface DroppedPublication {
  readonly tables: readonly SharedTable[];
}

/**
 * Makes the publication of exactly these columns. Nothing is written while it is as declared, so that readers of the log
 * are not disturbed.
 *
 * @returns true if it was made or altered
 */
export async function publish(manager: EntityManager, tables: readonly SharedTable[]): Promise<boolean> {
  const found = await statusOf(manager);
  if (found && !found.alterable) await dropPublication(manager);
  if (!found?.alterable) {
    await manager.query(`CREATE PUBLICATION ${PUBLICATION} FOR TABLE ${listed(tables)} WITH (${OPERATIONS})`);
    return true;
  }
  if (found.whole && textOf(await publishedTables(manager)) === textOf(tables)) return false;
  await manager.query(`ALTER PUBLICATION ${PUBLICATION} SET TABLE ${listed(tables)}`);
  await manager.query(
    `ALTER PUBLICATION ${PUBLICATION} SET (${OPERATIONS}, publish_via_partition_root = false)`,
  );
  return true;
}

/**
 * Takes the locks that making a publication needs, before rights on the tables are changed in the same transaction.
 *
 * Autovacuum holds the same lock on a table that it analyzes, and then waits for whom has changed rights on it: the other way
 * round each would wait for the other.
 */
export async function lockForPublication(
  manager: EntityManager,
  tables: readonly SharedTable[],
): Promise<void> {
  await manager.query(`LOCK TABLE ${tables.map(nameOf).join(', ')} IN SHARE UPDATE EXCLUSIVE MODE`);
}

/**
 * Drops the publication, which would keep migrations from altering the columns that it lists.
 *
 * Changes that are written until it is made again reach no reader of the log. The new publication has another OID, by which
 * readers know that they have to copy the tables again.
 *
 * @returns the publication as it was; undefined if there was none
 */
export async function dropPublication(
  database: Pick<QueryRunner, 'query'>,
): Promise<DroppedPublication | undefined> {
  const status = await statusOf(database);
  if (!status) return undefined;
  const tables = await publishedTables(database);
  await database.query(`DROP PUBLICATION ${PUBLICATION}`);
  return { tables: tables.filter(({ schema }) => schema === 'public') };
}

/** Makes the publication as it was, for the version that serves. One that no longer fits the tables stays away. */
export async function restorePublication(
  runner: QueryRunner,
  dropped: DroppedPublication | undefined,
): Promise<void> {
  if (!dropped || dropped.tables.length === 0) return;
  await runner
    .query(`CREATE PUBLICATION ${PUBLICATION} FOR TABLE ${listed(dropped.tables)} WITH (${OPERATIONS})`)
    .catch(() => undefined);
}

interface Status {
  /** False for one of all tables, which cannot be narrowed. */
  readonly alterable: boolean;
  readonly whole: boolean;
}

async function statusOf(database: Pick<QueryRunner, 'query'>): Promise<Status | undefined> {
  const [found]: readonly Status[] = await database.query(
    `SELECT NOT puballtables AS alterable,
       pubinsert AND pubupdate AND pubdelete AND pubtruncate AND NOT pubviaroot AS whole
     FROM pg_publication WHERE pubname = $1`,
    [PUBLICATION],
  );
  return found;
}

interface PublishedTable extends SharedTable {
  readonly schema: string;
}

const publishedTables = async (database: Pick<QueryRunner, 'query'>): Promise<readonly PublishedTable[]> =>
  (await database.query(
    `SELECT schemaname AS schema, tablename AS table, attnames::text[] AS columns
     FROM pg_publication_tables WHERE pubname = $1`,
    [PUBLICATION],
  )) as readonly PublishedTable[]; // as the statement selects them

const textOf = (tables: readonly (SharedTable & { readonly schema?: string })[]): string =>
  tables
    .map(({ schema = 'public', table, columns }) => [schema, table, ...columns.toSorted()].join())
    .toSorted()
    .join('\n');

const nameOf = ({ table }: SharedTable): string => `public.${escapeIdentifier(table)}`;

const listed = (tables: readonly SharedTable[]): string =>
  tables.map((shared) => `${nameOf(shared)} (${columnList(shared.columns)})`).join(', ');

/** Column names for a statement. */
export const columnList = (columns: readonly string[]): string => columns.map(escapeIdentifier).join(', ');
