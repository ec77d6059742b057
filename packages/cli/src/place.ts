import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { resolveDataDir, startCluster, type Cluster } from '@mtg/platform';
import { databaseOf, databasesOfPlatform, namesDatabase, type DatabaseAddress } from './config';

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
  if (namesDatabase()) return work(databaseOf(name, dataDir));
  return withPlatformDatabases([name], { dataDir, make }, (databases) =>
    // Without one, it says where it looked.
    work(databases.get(name) ?? databaseOf(name, dataDir)),
  );
}

/**
 * Works with the databases of a platform, by the names of its subgraphs: those of the one that runs, and the embedded ones
 * of those that are stopped, which are started for the time of the work. A subgraph that has neither is left out.
 */
export async function withPlatformDatabases<T>(
  names: readonly string[],
  { dataDir, make }: Place,
  work: (databases: ReadonlyMap<string, DatabaseAddress>) => Promise<T>,
): Promise<T> {
  const running = databasesOfPlatform(dataDir);
  const { path } = resolveDataDir(dataDir);
  const databases = new Map<string, DatabaseAddress>();
  const started: Cluster[] = [];
  try {
    for (const name of names) {
      const directory = join(path, name);
      const address = running.get(name);
      if (address) databases.set(name, address);
      else if (make || existsSync(join(directory, 'data'))) {
        const cluster = await startCluster({ name, directory, databases: [name] });
        started.push(cluster);
        databases.set(name, { url: cluster.url(name) });
      }
    }
    return await work(databases);
  } finally {
    await Promise.all(started.map((cluster) => cluster.stop()));
  }
}
