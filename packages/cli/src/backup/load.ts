import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { verifyChain } from '@mtg/commands';
import { migrationNames, prepareWithin } from '@mtg/subgraph-kit';
import type { PoolClient } from 'pg';
import copyStreams from 'pg-copy-streams';
import type { DataSource, QueryRunner } from 'typeorm';
import { copyIn, copyOut, guardsOf, settleFormats, tablesOf } from './catalog';
import { refused } from './check';
import { requireEqual, requireSameChain } from './compare';
import { CountedRows, discard } from './digest';
import { fileOf, type Manifest, type TableOfBackup } from './manifest';
import { makeRoom } from './make-room';

interface LoadOptions {
  readonly folder: string;
  readonly chain: string;
  /** Moves what is in the database aside; otherwise the database must be empty. */
  readonly replace: boolean;
  readonly onTable: (done: number, all: number) => void;
}

/**
 * Brings a checked backup into a database as its owner, in one transaction: everything is there and compared when it is
 * committed, and otherwise the database is what it was.
 *
 * @returns the schema that what was there before was moved to, if anything was
 * @throws CommandFailure with exit code 65 when the backup or the database is not one for the other
 */
export async function loadBackup(
  database: DataSource,
  manifest: Manifest,
  { folder, chain, replace, onTable }: LoadOptions,
): Promise<string | undefined> {
  requireKnownMigrations(database, manifest);
  const runner = database.createQueryRunner();
  await runner.connect();
  await runner.startTransaction();
  try {
    await settleFormats(runner);
    const before = await makeRoom(runner, manifest.subgraph, replace);
    await prepareWithin(database, runner, manifest.subgraph, manifest.migrations);
    const tables = await sameTables(runner, manifest);
    await copyAll(runner, { ...manifest, tables }, folder, onTable);
    await compareAll(runner, { ...manifest, tables }, chain);
    await runner.commitTransaction();
    await runner.query('ANALYZE').catch(() => undefined);
    return before;
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await runner.release();
  }
}

function requireKnownMigrations(database: DataSource, { migrations }: Manifest): void {
  const known = migrationNames(database);
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw refused(
    `它来自更新的版本（${unknown.join('、')}），请先升级程序`,
    `it was made by a newer version (${unknown.join(', ')}). Upgrade the program first`,
  );
}

/** @returns the tables of the backup that are there; one that held nothing may have gone since */
async function sameTables(runner: QueryRunner, { tables }: Manifest): Promise<readonly TableOfBackup[]> {
  const found = new Map(
    (await tablesOf(runner)).map(({ name, columns }) => [name, columns.toSorted().join()]),
  );
  const different = tables.filter(
    ({ name, columns, rows }) =>
      found.get(name) !== columns.toSorted().join() && (found.has(name) || rows > 0),
  );
  if (different.length === 0) return tables.filter(({ name }) => found.has(name));
  const names = different.map(({ name }) => name).join(', ');
  throw refused(
    `表 ${names} 与迁移所建的不同`,
    `the tables ${names} differ from those the migrations create`,
  );
}

async function copyAll(
  runner: QueryRunner,
  { tables, sequences }: Manifest,
  folder: string,
  onTable: LoadOptions['onTable'],
): Promise<void> {
  const { before, after } = await guardsOf(runner);
  for (const statement of before) await runner.query(statement);
  // Migrations write rows of their own.
  const all = (await tablesOf(runner)).map(({ name }) => `public."${name}"`);
  await runner.query(`TRUNCATE ${all.join(', ')}`);
  for (const [index, table] of tables.entries()) {
    onTable(index, tables.length);
    await copyTable(runner, table, join(folder, fileOf(table.name)));
  }
  onTable(tables.length, tables.length);
  await runner.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const statement of after) await runner.query(statement);
  for (const { name, value, called } of sequences)
    await runner.query('SELECT setval(quote_ident($1)::regclass, $2, $3)', [name, value, called]);
}

async function copyTable(runner: QueryRunner, table: TableOfBackup, path: string): Promise<void> {
  // What a runner over `pg` connects to.
  const client = (await runner.connect()) as PoolClient;
  const counted = new CountedRows();
  const copied = client.query(copyStreams.from(copyIn(table)));
  await pipeline(createReadStream(path), createGunzip(), counted, copied);
  requireEqual(table, counted.passed());
}

/** Reads everything back, as the backup was read. */
async function compareAll(runner: QueryRunner, { tables, audit }: Manifest, chain: string): Promise<void> {
  const client = (await runner.connect()) as PoolClient;
  const found = new Map((await tablesOf(runner)).map((table) => [table.name, table]));
  for (const table of tables) {
    const counted = new CountedRows();
    const order = found.get(table.name)?.order ?? '';
    await pipeline(client.query(copyStreams.to(copyOut({ ...table, order }))), counted, discard());
    requireEqual(table, counted.passed());
  }
  requireSameChain(audit, await verifyChain(runner.manager, chain));
}
