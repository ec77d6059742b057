import type { Lock } from '../process/lock';
import type { Cluster } from './cluster-types';
import { ADMIN_USER } from './initialise';
import type { ServerProcess } from './server-process';

type ExitCallback = (ending: string, log: readonly string[]) => void;

/** The administrator's connection URL. */
export const connectionUrl = (port: number, password: string, database: string): string =>
  urlOf(ADMIN_USER, port, password, database);

const urlOf = (role: string, port: number, password: string, database: string): string =>
  `postgresql://${encodeURIComponent(role)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;

interface Passwords {
  readonly password: string;
  readonly runtimePassword: string;
  readonly warehousePassword: string;
}

/** A server that answers queries, and the lock of its directory. */
export class RunningCluster implements Cluster {
  private readonly callbacks: ExitCallback[] = [];
  private stopping = false;
  private ending: string | undefined;

  constructor(
    readonly name: string,
    readonly port: number,
    private readonly passwords: Passwords,
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
    return connectionUrl(this.port, this.passwords.password, database);
  }

  runtimeUrl(database: string): string {
    return urlOf(`${database}_runtime`, this.port, this.passwords.runtimePassword, database);
  }

  warehouseUrl(database: string): string {
    return urlOf(`${database}_warehouse`, this.port, this.passwords.warehousePassword, database);
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
