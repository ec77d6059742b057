import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { hasCode } from '../failure';

/** As the package lists them, with `native/` before each path: `source` is the file, `target` the link. */
const PackageLinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** A symbolic link that the package needs and npm cannot pack: `libpq.so.5` to `libpq.so.5.18`. Paths below `native/`. */
export interface LibraryLink {
  readonly path: string;
  readonly target: string;
}

/** The links that the package's install script would make; with `npm ci --ignore-scripts` they are missing. */
export function libraryLinks(native: string): readonly LibraryLink[] {
  const listed = PackageLinks.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')));
  return listed.map(({ source, target }) => ({
    path: target.replace(/^native\//, ''),
    // Links of the package never leave their folder.
    target: basename(source),
  }));
}

export const missingLinks = (native: string): readonly LibraryLink[] =>
  libraryLinks(native).filter(({ path }) => !exists(join(native, path)));

/**
 * Makes the missing links. Another process may be making them at the same time.
 *
 * @returns false when the folder cannot be written to
 */
export function makeLinks(native: string, links: readonly LibraryLink[]): boolean {
  for (const { path, target } of links) {
    try {
      symlinkSync(target, join(native, path));
    } catch (error) {
      if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return false;
      if (!hasCode(error, 'EEXIST')) throw error;
    }
  }
  return true;
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
