import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster, type Cluster, type ClusterOptions } from '@mtg/platform';
import { copyCluster, makeDataFolder } from '../../support/data-folder';

/** A folder of one test file, and the clusters started in it; all gone when the file is done. */
export class Scratch {
  readonly folder = makeDataFolder('startup');
  private readonly clusters: Cluster[] = [];

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

  /** The same with a cluster that is there already: what it is asked does not depend on how it was initialised. */
  async startCopy(name: string, options: Partial<ClusterOptions> = {}): Promise<Cluster> {
    this.copy(name);
    return this.start(name, options);
  }

  /** @returns the folder of a cluster that was started once and has no databases */
  copy(name: string): string {
    return copyCluster(this.path(name));
  }

  async clear(): Promise<void> {
    await Promise.all(this.clusters.map((cluster) => cluster.stop()));
    rmSync(this.folder, { recursive: true, force: true });
  }
}
