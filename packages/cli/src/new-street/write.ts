import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Change } from './changes';

/**
 * Writes all changes, or none: what was written before a failure is taken back.
 *
 * @throws the first error of the file system
 */
export function writeChanges(root: string, changes: readonly Change[]): void {
  const begun: Change[] = [];
  try {
    for (const change of changes) {
      const path = join(root, change.path);
      begun.push(change);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, change.after);
    }
  } catch (error) {
    for (const { path, before } of begun) {
      if (before === undefined) rmSync(join(root, path), { force: true });
      else writeFileSync(join(root, path), before);
    }
    throw error;
  }
}

/** Links the street's package among those installed, as `npm install` would. */
export function linkPackage(root: string, name: string): void {
  const link = join(root, 'node_modules', '@mtg', `subgraph-${name}`);
  if (existsSync(dirname(link)) && !existsSync(link)) {
    symlinkSync(join('..', '..', 'subgraphs', name), link, 'dir');
  }
}
