import { pipeline } from 'node:stream/promises';
import { escapeIdentifier, type ClientBase } from 'pg';
import copyStreams from 'pg-copy-streams';
import { parseLsn, type Lsn } from '../replication/lsn';
import { computeFacts } from './update-facts';
import { createIndexes, createSchema, inSchema, listed, type MirroredTable } from './mirrored-table';

/** The schema in which a copy is made while readers see the one before. */
export const nextSchema = (schema: string): string => `${schema}_next`;

/**
 * Copies all that a source shares, as it is at one moment, into the schema beside the one that is read.
 *
 * @param source connected as the role that the warehouse reads with
 * @param warehouse connected as the owner of the warehouse
 * @param first position of the first row in the feed
 * @returns a position in the log behind which there is nothing of what was copied
 */
export async function copySource(
  source: ClientBase,
  warehouse: ClientBase,
  schema: string,
  tables: readonly MirroredTable[],
  first: bigint,
): Promise<Lsn> {
  const next = nextSchema(schema);
  await warehouse.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(next)} CASCADE`);
  await warehouse.query(createSchema(next, tables, first));
  await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const copied = await snapshotEnd(source);
  for (const table of tables) await copyTable(source, warehouse, next, table);
  await source.query('COMMIT');
  // A transaction that is not durable, or that has not ended, stays in memory: the next commit has the log written out to there.
  await source.query('SELECT pg_current_xact_id()');
  await warehouse.query(createIndexes(next, tables));
  // How facts are looked up depends on how many rows there are.
  for (const { name } of tables) await warehouse.query(`ANALYZE ${inSchema(next, name)}`);
  await warehouse.query('BEGIN');
  const byName = new Map(tables.map((table) => [table.name, table]));
  for (const { name } of tables)
    await computeFacts({ client: warehouse, schema: next, tables: byName }, name);
  await warehouse.query('COMMIT');
  return copied;
}

/** The statement takes the snapshot first: each transaction in it is noted in the log before this position. */
async function snapshotEnd(source: ClientBase): Promise<Lsn> {
  const { rows } = await source.query<{ position: string }>(
    'SELECT pg_current_wal_insert_lsn()::text AS position',
  );
  return parseLsn(rows[0]?.position ?? '');
}

async function copyTable(
  source: ClientBase,
  warehouse: ClientBase,
  schema: string,
  { name, columns, published }: MirroredTable,
): Promise<void> {
  const from = `COPY ${inSchema(published.schema, name)} (${listed(columns)}) TO STDOUT`;
  const to = `COPY ${inSchema(schema, name)} (${listed(columns)}) FROM STDIN`;
  await pipeline(source.query(copyStreams.to(from)), warehouse.query(copyStreams.from(to)));
}
