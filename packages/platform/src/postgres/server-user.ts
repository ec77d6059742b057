import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { hasCode } from '../failure';

/** The account that the server runs under when the launcher is root. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** `nobody` on Linux; there is no account to create. */
const NOBODY: ServerUser = { uid: 65534, gid: 65534 };

/**
 * PostgreSQL refuses to run as root, so root hands the server to an unprivileged account: the one that already owns the
 * data (a user may have started the platform before), or else `nobody`.
 *
 * @returns undefined when the launcher is not root: the server then runs under the launcher's own account
 */
export function serverUser(dataDirectory: string, launcherUid = process.getuid?.()): ServerUser | undefined {
  if (launcherUid !== 0) return undefined;
  try {
    const { uid, gid } = statSync(dataDirectory);
    if (uid !== 0) return { uid, gid };
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  return unprivilegedUser();
}

/** initdb looks the account's name up, and on macOS `nobody` has another number. */
export function unprivilegedUser(): ServerUser {
  if (process.platform !== 'darwin') return NOBODY;
  return { uid: nobodyId('-u'), gid: nobodyId('-g') };
}

/** As a signed number, which is how Node takes it: macOS prints -2 as 4294967294. */
const nobodyId = (flag: '-u' | '-g'): number =>
  Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' })) | 0;
