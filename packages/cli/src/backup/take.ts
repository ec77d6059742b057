import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { makeFolder } from '@mtg/service-kit/basics';
import { verifyChain } from '@mtg/commands';
import { DATABASE_START, tableAccess, type SubgraphDefinition } from '@mtg/subgraph-kit';
import type { PoolClient } from 'pg';
import copyStreams from 'pg-copy-streams';
import type { DataSource, QueryRunner } from 'typeorm';
import { copyOut, sequencesOf, settleFormats, tablesOf, type CopiedTable } from './catalog';
import { CountedRows, sha256OfFile } from './digest';
import { fileOf, FORMAT, MANIFEST_FILE, SUMS_FILE, type Manifest, type TableOfBackup } from './manifest';

/** For the owner of the files alone: they hold personal data. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

interface Taken {
  readonly manifest: Manifest;
  /** Tables that are not the platform's and were left out. */
  readonly leftOut: readonly string[];
}

/**
 * Writes all that a subgraph has in its database to a folder, as it is at one moment, while others read and write. The folder
 * appears under its name only when it is complete.
 *
 * @param chain code of the subgraph's audit chain
 * @param onTable called before each table with the number of those that are done, and of all
 */
export async function takeBackup(
  database: DataSource,
  definition: Pick<SubgraphDefinition, 'name' | 'tableAccess'>,
  chain: string,
  folder: string,
  onTable: (done: number, all: number) => void,
): Promise<Taken> {
  const aside = `${folder}.unfinished-${process.pid}`;
  makeFolder(dirname(folder));
  await mkdir(aside, { mode: FOLDER_MODE });
  const runner = database.createQueryRunner();
  try {
    await runner.connect();
    await runner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await settleFormats(runner);
    const access = tableAccess(database, definition.tableAccess);
    const all = (await tablesOf(runner)).filter(({ name }) => name !== DATABASE_START);
    const ours = all.filter(({ name }) => Object.hasOwn(access, name));
    const tables: TableOfBackup[] = [];
    for (const table of ours) {
      onTable(tables.length, ours.length);
      tables.push(await writeTable(runner, table, join(aside, fileOf(table.name))));
    }
    onTable(ours.length, ours.length);
    const manifest = await describe(runner, definition.name, chain, tables);
    await runner.query('COMMIT');
    await writeWhole(join(aside, MANIFEST_FILE), `${JSON.stringify(manifest, undefined, 2)}\n`);
    await writeSums(aside, [MANIFEST_FILE, ...tables.map(({ name }) => fileOf(name))]);
    await rename(aside, folder);
    const leftOut = all.filter((table) => !ours.includes(table)).map(({ name }) => name);
    return { manifest, leftOut };
  } finally {
    // The connection goes with the data source; a transaction that failed ends with it.
    await runner.release();
    await rm(aside, { recursive: true, force: true });
  }
}

async function writeTable(runner: QueryRunner, table: CopiedTable, path: string): Promise<TableOfBackup> {
  // What a runner over `pg` connects to.
  const client = (await runner.connect()) as PoolClient;
  const counted = new CountedRows();
  const file = createWriteStream(path, { mode: FILE_MODE, flags: 'wx' });
  await pipeline(client.query(copyStreams.to(copyOut(table))), counted, createGzip(), file);
  await flush(path);
  return { name: table.name, columns: table.columns, ...counted.passed() };
}

async function describe(
  runner: QueryRunner,
  subgraph: string,
  chain: string,
  tables: readonly TableOfBackup[],
): Promise<Manifest> {
  const [{ at, server }]: [{ at: string; server: string }] = await runner.query(
    `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, current_setting('server_version') AS server`,
  );
  const migrations: readonly { name: string }[] = await runner.query(
    'SELECT name FROM schema_migration ORDER BY id',
  );
  const { entries, head, problems } = await verifyChain(runner.manager, chain);
  return {
    format: FORMAT,
    subgraph,
    takenAt: at,
    server,
    migrations: migrations.map(({ name }) => name),
    tables,
    sequences: await sequencesOf(runner),
    audit: { entries, sequence: head.sequence, hash: head.hash, whole: problems.length === 0 },
  };
}

async function writeSums(folder: string, names: readonly string[]): Promise<void> {
  const lines: string[] = [];
  for (const name of names) lines.push(`${await sha256OfFile(join(folder, name))}  ${name}\n`);
  await writeWhole(join(folder, SUMS_FILE), lines.join(''));
}

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: FILE_MODE, flag: 'wx' });
  await flush(path);
}

/** A backup that is there after a power failure is on the disk. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
