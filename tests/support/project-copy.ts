import { cpSync, mkdirSync, readdirSync, realpathSync, symlinkSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { makeDataFolder } from './data-folder';
import { ROOT } from './project';

/** Folders that are not the project's own, or are made anew. */
const LEFT_OUT = new Set(['.git', '.data', 'coverage']);

/**
 * Copies the project as it is built, so that only what is changed there is built again, to where databases may be started in it. Its own packages are those of
 * the copy; all others are the installed ones.
 *
 * @returns the root of the copy, which the caller removes
 */
export function copyProject(): string {
  // Thousands of files, which cost a disk seconds.
  const copy = makeDataFolder('copy');
  cpSync(ROOT, copy, {
    recursive: true,
    preserveTimestamps: true,
    // A package's own node_modules go along: they hold what it has in another version.
    filter: (source) => !LEFT_OUT.has(basename(source)) && source !== join(ROOT, 'node_modules'),
  });
  const modules = join(ROOT, 'node_modules');
  mkdirSync(join(copy, 'node_modules', '@mtg'), { recursive: true });
  for (const name of readdirSync(modules)) {
    if (name !== '@mtg') symlinkSync(join(modules, name), join(copy, 'node_modules', name));
  }
  for (const name of readdirSync(join(modules, '@mtg'))) {
    const folder = relative(ROOT, realpathSync(join(modules, '@mtg', name)));
    symlinkSync(join(copy, folder), join(copy, 'node_modules', '@mtg', name), 'dir');
  }
  return copy;
}
