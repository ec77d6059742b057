import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resolveDataDir, startCluster } from '@mtg/platform';
import { databaseOf, databasesOfPlatform, namesDatabase, type DatabaseAddress } from '../config';

interface Place {
  readonly dataDir: string | undefined;
  /** Makes an embedded database where none is. */
  readonly make: boolean;
}

/**
 * Works with the database of a subgraph as its owner: the one that the environment names, that of the running platform, or
 * the embedded one of a platform that is stopped, which is started for the time of the work.
 *
 * @throws CommandFailure with exit code 66 when there is none of these
 */
export async function withDatabase<T>(
  name: string,
  { dataDir, make }: Place,
  work: (address: DatabaseAddress) => Promise<T>,
): Promise<T> {
  const directory = join(resolveDataDir(dataDir).path, name);
  const elsewhere = namesDatabase() || databasesOfPlatform(dataDir).has(name);
  if (elsewhere || !(make || existsSync(join(directory, 'data')))) return work(databaseOf(name, dataDir));
  const cluster = await startCluster({ name, directory, databases: [name] });
  try {
    return await work({ url: cluster.url(name) });
  } finally {
    await cluster.stop();
  }
}
