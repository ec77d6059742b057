import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { dataDirectoryFromEnvironment } from './config';
import { obstacleTo } from './postgres/reachability';
import { unprivilegedUser } from './postgres/server-user';
import { PROJECT_ROOT } from './project';

/** Where the platform's data are. */
export interface DataDirectory {
  readonly path: string;
  /** Reason for another than the usual place, in both languages; undefined when it is, or when it was chosen. */
  readonly note?: string;
}

/**
 * The data directory: the one given, that of `MTG_DATA_DIR`, or `.data` in the project. Root's server runs as another
 * user; when that user cannot enter the project (a home of mode 0700), a place under /var/lib stands in for `.data`.
 */
export function resolveDataDir(
  given: string | undefined = dataDirectoryFromEnvironment(),
  project: string = PROJECT_ROOT,
  launcherUid: number | undefined = process.getuid?.(),
): DataDirectory {
  if (given !== undefined) return { path: resolve(given) };
  const path = join(project, '.data');
  const obstacle = launcherUid === 0 ? obstacleTo(path, unprivilegedUser()) : undefined;
  if (obstacle === undefined) return { path };
  const standIn = `/var/lib/mentougou-${createHash('sha256').update(project).digest('hex').slice(0, 8)}`;
  return {
    path: standIn,
    note: [
      `以 root 启动，而数据库用户无法进入 ${obstacle}，数据改存于 ${standIn}。`,
      `Started as root, but the database’s user cannot enter ${obstacle}. The data is stored in ${standIn} instead.`,
    ].join('\n'),
  };
}
