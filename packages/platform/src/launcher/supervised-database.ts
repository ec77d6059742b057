import type { DatabaseUrls } from '../config';
import { messageOf } from '../failure';
import { startCluster } from '../postgres/cluster';
import type { Cluster, ClusterOptions, ClusterStep } from '../postgres/cluster-types';
import { Backoff } from './backoff';

export interface DatabaseOptions {
  readonly name: string;
  readonly directory: string;
  readonly onLine: (line: string) => void;
  readonly onStep: (step: ClusterStep) => void;
  /** It ended unasked, or could not be started again; it will be tried again after the wait. */
  readonly onDeath: (reason: string, waitMs: number) => void;
}

/** Addresses of an embedded database. */
export interface EmbeddedUrls extends DatabaseUrls {
  /** For the role with which the district's warehouse reads. */
  readonly warehouseUrl: string;
}

/** The embedded database of one part: started again on the same port when it dies. */
export class SupervisedDatabase {
  private cluster: Cluster | undefined;
  private starting: Promise<Cluster> | undefined;
  private restart: NodeJS.Timeout | undefined;
  private startedAt = 0;
  private readonly abort = new AbortController();
  private readonly backoff = new Backoff();

  constructor(private readonly options: DatabaseOptions) {}

  /**
   * @returns connection URLs of the database, which stay the same over restarts
   * @throws PlatformFailure when the first start fails
   */
  async start(port?: number): Promise<EmbeddedUrls> {
    const { name, directory, onLine, onStep } = this.options;
    this.startedAt = Date.now();
    const options: ClusterOptions = {
      name,
      directory,
      databases: [name],
      log: onLine,
      onStep,
      signal: this.abort.signal,
      ...(port !== undefined && { port }),
    };
    this.starting = startCluster(options);
    const cluster = await this.starting;
    this.cluster = cluster;
    cluster.onExit((ending) => this.startAgain(cluster.port, ending));
    return {
      databaseUrl: cluster.runtimeUrl(name),
      ownerDatabaseUrl: cluster.url(name),
      warehouseUrl: cluster.warehouseUrl(name),
    };
  }

  /** Stops it, and gives up a start or a restart under way. */
  async stop(force = false): Promise<void> {
    this.abort.abort();
    clearTimeout(this.restart);
    // A start that fails now was given up by this very call, or has been reported where it is awaited.
    await this.starting?.catch(() => undefined);
    await this.cluster?.stop({ force });
  }

  private startAgain(port: number, reason: string): void {
    if (this.abort.signal.aborted) return;
    const waitMs = this.backoff.next(Date.now() - this.startedAt);
    this.options.onDeath(reason, waitMs);
    this.restart = setTimeout(() => {
      this.start(port).catch((error: unknown) => this.startAgain(port, messageOf(error)));
    }, waitMs);
  }
}
