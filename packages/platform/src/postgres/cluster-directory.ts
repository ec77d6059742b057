import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '@mtg/service-kit/basics';
import { hasCode, PlatformFailure } from '../failure';
import { majorVersion } from './binaries';
import { damaged } from './diagnosis';
import { obstacleTo } from './reachability';
import type { ServerUser } from './server-user';

/**
 * The folder of one cluster: `data/` (PostgreSQL's own), `password`, `runtime-password` and `warehouse-password` (mode 0600), `port` (the last
 * one used) and `lock` (the launcher that uses it).
 */
export class ClusterDirectory {
  readonly data: string;
  readonly passwordFile: string;
  readonly lockFile: string;
  private readonly runtimePasswordFile: string;
  private readonly warehousePasswordFile: string;
  private readonly portFile: string;

  constructor(readonly path: string) {
    this.data = join(path, 'data');
    this.passwordFile = join(path, 'password');
    this.runtimePasswordFile = join(path, 'runtime-password');
    this.warehousePasswordFile = join(path, 'warehouse-password');
    this.lockFile = join(path, 'lock');
    this.portFile = join(path, 'port');
  }

  /** Makes the folder, which only the server's user may enter, and those above it. */
  prepare(user: ServerUser | undefined): void {
    if (user) this.checkReachable(user);
    makeFolder(dirname(this.path), 0o755);
    makeFolder(this.path, 0o700);
    if (user && statSync(this.path).uid !== user.uid) chownSync(this.path, user.uid, user.gid);
  }

  get isInitialised(): boolean {
    return existsSync(this.data);
  }

  /** @throws PlatformFailure `damaged` or `version` when PostgreSQL could not even begin to open the data */
  check(version: string): void {
    const found = readIfPresent(join(this.data, 'PG_VERSION'))?.trim();
    if (!found) throw damaged(this.data, 'PG_VERSION');
    if (!existsSync(this.passwordFile)) throw damaged(this.path, 'password');
    if (found === majorVersion(version)) return;
    throw new PlatformFailure(
      'version',
      `数据目录 ${this.data} 由 PostgreSQL ${found} 创建，而内嵌的是 ${majorVersion(version)}。请用旧版本导出数据，或将该目录移走后重新启动。`,
      `The data directory ${this.data} was created by PostgreSQL ${found}, but the embedded version is ${majorVersion(version)}. Dump the data with the old version, or move the directory away and restart.`,
    );
  }

  /** The administrator's password: random, made once, before the data, so that data never exist without it. */
  password(user: ServerUser | undefined): string {
    return this.keptPassword(this.passwordFile, user);
  }

  /**
   * The password of the roles that serve. The preparation of a database gives it to them, so that data from before there
   * was one get it at their next start, and a lost one is replaced.
   */
  runtimePassword(user: ServerUser | undefined): string {
    return this.keptPassword(this.runtimePasswordFile, user);
  }

  /** The password of the roles with which the district's warehouse reads, made and given in the same way. */
  warehousePassword(user: ServerUser | undefined): string {
    return this.keptPassword(this.warehousePasswordFile, user);
  }

  get lastPort(): number | undefined {
    const port = Number(readIfPresent(this.portFile));
    return Number.isInteger(port) && port > 0 && port < 65536 ? port : undefined;
  }

  rememberPort(port: number, user: ServerUser | undefined): void {
    if (this.lastPort !== port) this.write(this.portFile, String(port), user);
  }

  /** Writes a file of the server's user (mode 0600) whole or not at all. */
  write(file: string, text: string, user: ServerUser | undefined): void {
    const aside = `${file}.${randomBytes(4).toString('hex')}`;
    writeFileSync(aside, text, { mode: 0o600, flag: 'wx' });
    if (user) chownSync(aside, user.uid, user.gid);
    renameSync(aside, file);
  }

  private keptPassword(file: string, user: ServerUser | undefined): string {
    const existing = readIfPresent(file)?.trim();
    if (existing) return existing;
    const made = randomBytes(24).toString('hex');
    this.write(file, made, user);
    return made;
  }

  private checkReachable(user: ServerUser): void {
    const obstacle = obstacleTo(dirname(this.path), user);
    if (obstacle === undefined) return;
    throw new PlatformFailure(
      'unreachable',
      `以 root 启动时数据库以用户 ${user.uid} 运行，但该用户无法进入 ${obstacle}。请执行 chmod o+x ${obstacle}，或用 --data-dir 指定别处（如 /var/lib/mentougou），或不以 root 运行。`,
      `When started as root, the database runs as user ${user.uid}, which cannot enter ${obstacle}. Run chmod o+x ${obstacle}, choose another directory with --data-dir (e.g. /var/lib/mentougou), or do not start as root.`,
    );
  }
}

function readIfPresent(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}
