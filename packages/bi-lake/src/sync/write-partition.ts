import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { asyncBufferFromFile, parquetMetadataAsync } from 'hyparquet';
import type { Door, ListedDataset } from '../door/door';
import { LakeProblem } from '../lake-problem';
import type { LakeStore, LocalFile } from '../stores/store';
import type { LakeFile } from './lake-state';
import { emptyPathOf, filterOf, partitionOf } from './partition';

const ATTEMPTS = 3;
const WAIT_MS = 1000;

/** The street is in the path, as Hive has it. Whether its source is followed is about now, and a file is of another time. */
const LEFT_OUT: ReadonlySet<string> = new Set(['street', 'stale']);

/**
 * Writes the file of a partition again, whole, as its rows are now.
 *
 * @returns undefined, and nothing written, if it has no rows any more; the file of a dataset without rows is always written
 */
export async function writePartition(
  door: Door,
  store: LakeStore,
  dataset: ListedDataset,
  path: string,
): Promise<LakeFile | undefined> {
  const local = await load(door, store, dataset, path);
  const metadata = await parquetMetadataAsync(await asyncBufferFromFile(local.path));
  const rows = Number(metadata.num_rows);
  if (rows === 0 && path !== emptyPathOf(dataset.name)) {
    await rm(local.path);
    return undefined;
  }
  await store.put(path, local);
  return { rows, bytes: local.bytes, sha256: local.sha256 };
}

/** Loads a file whole, again if the connection breaks. */
async function load(door: Door, store: LakeStore, dataset: ListedDataset, path: string): Promise<LocalFile> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await loadOnce(door, store, dataset, path);
    } catch (error) {
      if (error instanceof LakeProblem || attempt === ATTEMPTS) throw error;
      await sleep(WAIT_MS * attempt);
    }
  }
}

async function loadOnce(
  door: Door,
  { workshop }: LakeStore,
  { name, columns }: ListedDataset,
  path: string,
): Promise<LocalFile> {
  const { body } = await door.read(`${name}.parquet`, {
    select: columns.flatMap(({ name: column }) => (LEFT_OUT.has(column) ? [] : [column])).join(','),
    filter: filterOf(partitionOf(path)),
  });
  const local = join(workshop, randomUUID());
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    body,
    async function* measured(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(local, { flush: true }),
  );
  return { path: local, bytes, sha256: hash.digest('hex') };
}
