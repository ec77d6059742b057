import { realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { hasCode } from '../failure';
import type { ServerUser } from './server-user';

/** Fields of a file's status that decide about access. */
export interface Permissions {
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
}

const READ = 4;
const EXECUTE = 1;

/** True when the mode bits let this user read (4), write (2) or enter and execute (1). Access lists are not looked at. */
export function permits({ uid, gid, mode }: Permissions, user: ServerUser, bits: number): boolean {
  // The first class that fits decides, even if a later one would allow more.
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}

/**
 * The first folder, from the root down, that the user cannot enter on the way to a path; the parts of the path that do
 * not exist yet are not looked at.
 *
 * @returns undefined when nothing is in the way
 */
export function obstacleTo(path: string, user: ServerUser): string | undefined {
  const existing = deepestExisting(path);
  const folders = [existing, ...ancestors(existing)].toReversed();
  return folders.find((folder) => {
    const status = statSync(folder);
    return status.isDirectory() && !permits(status, user, EXECUTE);
  });
}

/** True when the user can get to a file and read it, and run it if asked. */
export function canUse(file: string, user: ServerUser, run: boolean): boolean {
  if (obstacleTo(file, user) !== undefined) return false;
  return permits(statSync(file), user, run ? READ | EXECUTE : READ);
}

function deepestExisting(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    // A file or a loop of links on the way is found when the folder is made.
    if (!hasCode(error, 'ENOENT', 'ENOTDIR', 'ELOOP') || dirname(path) === path) throw error;
    return deepestExisting(dirname(path));
  }
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...ancestors(parent)];
}
