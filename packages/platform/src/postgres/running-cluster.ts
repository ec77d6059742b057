import type { Lock } from '../process/lock';
import type { Cluster } from './cluster-types';
import { ADMIN_USER } from './initialise';
import type { ServerProcess } from './server-process';

type ExitCallback = (ending: string, log: readonly string[]) => void;

export const connectionUrl = (port: number, password: string, database: string): string =>
  `postgresql://${ADMIN_USER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

/** A server that answers queries, and the lock of its directory. */
export class RunningCluster implements Cluster {
  private readonly callbacks: ExitCallback[] = [];
  private stopping = false;
  private ending: string | undefined;

  constructor(
    readonly name: string,
    readonly port: number,
    private readonly password: string,
    private readonly server: ServerProcess,
    lock: Lock,
  ) {
    void this.watch(lock);
  }

  get pid(): number {
    return this.server.pid;
  }

  get guardianPid(): number | undefined {
    return this.server.guardianPid;
  }

  url(database = 'postgres'): string {
    return connectionUrl(this.port, this.password, database);
  }

  onExit(callback: ExitCallback): void {
    this.callbacks.push(callback);
    // It may have ended between the start and this call.
    if (this.ending !== undefined && !this.stopping) callback(this.ending, this.server.lines());
  }

  private async watch(lock: Lock): Promise<void> {
    this.ending = await this.server.ended;
    lock.release();
    if (!this.stopping) for (const callback of this.callbacks) callback(this.ending, this.server.lines());
  }

  async stop({ force = false } = {}): Promise<void> {
    this.stopping = true;
    await this.server.stop(force);
  }
}
