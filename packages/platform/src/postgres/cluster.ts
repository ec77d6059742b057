import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { acquireLock, type Lock } from '../process/lock';
import { ClusterDirectory } from './cluster-directory';
import type { Cluster, ClusterOptions } from './cluster-types';
import { explainFileError } from './file-errors';
import { prepareData } from './prepare-data';
import { serverUser } from './server-user';
import { startServer } from './start-server';

/**
 * Starts one cluster, initialising it the first time, and returns when it answers queries. As root the server runs as
 * an unprivileged user. Nothing is left running when it fails.
 *
 * @throws PlatformFailure with a sentence that names the next action
 *
 * @example
 * const cluster = await startCluster({ name: 'dayu', directory: '.data/dayu', databases: ['dayu'] });
 * await new Client(cluster.url('dayu')).connect();
 * await cluster.stop();
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  let lock: Lock | undefined;
  try {
    const asNamed = new ClusterDirectory(resolve(options.directory));
    const user = serverUser(asNamed.data);
    asNamed.prepare(user);
    // Links resolved, so that the server's name for its data and ours are the same.
    const directory = new ClusterDirectory(realpathSync(asNamed.path));
    lock = acquireLock(directory.lockFile, {
      chinese: `数据目录 ${directory.path} `,
      english: `The data directory ${directory.path}`,
    });
    const prepared = await prepareData(options, directory, user);
    return await startServer(options, prepared, lock);
  } catch (error) {
    lock?.release();
    throw explainFileError(error, options.directory);
  }
}
