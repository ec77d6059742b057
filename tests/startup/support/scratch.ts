import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster, type Cluster, type ClusterOptions } from '@mtg/platform';

/** A folder of one test file, and the clusters started in it; all gone when the file is done. */
export class Scratch {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'mentougou-startup-')));
  private readonly clusters: Cluster[] = [];

  constructor() {
    // The server's user must be able to get there when root runs the tests.
    chmodSync(this.folder, 0o755);
  }

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Starts a cluster named after its folder that is stopped with the scratch folder at the latest. */
  async start(name: string, options: Partial<ClusterOptions> = {}): Promise<Cluster> {
    const cluster = await startCluster({
      name,
      directory: this.path(name),
      databases: [name],
      durable: false,
      ...options,
    });
    this.clusters.push(cluster);
    return cluster;
  }

  async clear(): Promise<void> {
    await Promise.all(this.clusters.map((cluster) => cluster.stop()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
