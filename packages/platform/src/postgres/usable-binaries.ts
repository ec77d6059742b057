import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../failure';
import type { BinariesPackage } from './binaries';
import { copyReadable } from './copy-tree';
import { libraryLinks, makeLinks, missingLinks } from './library-links';
import { canUse } from './reachability';
import type { ServerUser } from './server-user';

const PROGRAMS = ['bin/postgres', 'bin/initdb'];

/** Copies under way in this process, so that five clusters that start at once make one copy. */
const copying = new Map<string, Promise<string>>();

/**
 * The folder with `bin`, `lib` and `share` to run from: the package's own, if the server's user can get there and the
 * library links are there or can be made; otherwise a copy beside the data.
 *
 * @param beside folder for the copy
 * @param user the server's account; undefined for the launcher's own
 */
export async function usableBinaries(
  { directory, version }: BinariesPackage,
  beside: string,
  user: ServerUser | undefined,
): Promise<string> {
  const native = join(directory, 'native');
  if (isReadable(native, user) && makeLinks(native, missingLinks(native))) return native;
  const copy = join(beside, `.postgres-${version}`);
  const underWay = copying.get(copy) ?? copyOnce(native, copy).finally(() => copying.delete(copy));
  copying.set(copy, underWay);
  return underWay;
}

function isReadable(native: string, user: ServerUser | undefined): boolean {
  if (!user) return true;
  return (
    PROGRAMS.every((program) => canUse(join(native, program), user, true)) &&
    libraryLinks(native).every(({ target }) => canUse(join(native, 'lib', target), user, false))
  );
}

/** The copy appears under its name only when it is complete: a kill in between leaves an unused folder. */
async function copyOnce(native: string, copy: string): Promise<string> {
  if (existsSync(copy)) return copy;
  const aside = `${copy}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await copyReadable(native, aside);
    makeLinks(aside, missingLinks(aside));
    await rename(aside, copy);
  } catch (error) {
    // Another process finished its copy first.
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return copy;
}
