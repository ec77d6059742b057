import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { verifyEntries } from '@mtg/commands';
import { CommandFailure } from '../command-failure';
import { auditEntriesIn } from './audit-rows';
import { refused } from './check';
import { requireEqual, requireSameChain } from './compare';
import { CountedRows, discard } from './digest';
import { fileOf, type Manifest } from './manifest';

/**
 * Compares what restoring compares, as far as it can be without a database: the rows of each table with the manifest, and the
 * audit chain, whose hashes are computed from its rows.
 *
 * @param chain code of the subgraph's audit chain
 *
 * @throws CommandFailure with exit code 65 when they differ
 */
export async function checkRows(folder: string, { tables, audit }: Manifest, chain: string): Promise<void> {
  for (const table of tables) {
    await readable(table.name, async () => {
      const counted = new CountedRows();
      await pipeline(createReadStream(join(folder, fileOf(table.name))), createGunzip(), counted, discard());
      requireEqual(table, counted.passed());
    });
  }
  await readable('audit_entry', async () =>
    requireSameChain(audit, await verifyEntries(chain, auditEntriesIn(folder, tables))),
  );
}

async function readable(table: string, read: () => Promise<void>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw refused(`表 ${table} 的文件无法读取`, `the file of the table ${table} cannot be read`);
  }
}
