import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from './project';

/** A user without a name, whom root can become. */
export const ANYBODY = 12_345;

export const isRoot = process.getuid?.() === 0;

const madeForAnybody: string[] = [];

/** Removes what was copied; call it when a test file is done. */
export function removeCopies(): void {
  for (const folder of madeForAnybody.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** The project itself where anybody can read it (it may lie under a home of mode 0700), or else a copy where they can. */
export function projectForAnybody(): string {
  if (everyoneMayEnter(ROOT)) return ROOT;
  const copy = folderForAnybody();
  if (spawnSync('cp', ['-R', `${ROOT}/.`, copy]).status !== 0) throw new Error(`cannot copy ${ROOT}`);
  if (spawnSync('chmod', ['-R', 'a+rX', copy]).status !== 0) throw new Error(`cannot open ${copy}`);
  return copy;
}

/** Node itself where anybody can run it (a version manager keeps it in a home), or else a copy. */
export function nodeForAnybody(): string {
  const node = realpathSync(process.execPath);
  if (everyoneMayEnter(dirname(node))) return node;
  const copy = join(folderForAnybody(), 'node');
  copyFileSync(node, copy);
  chmodSync(copy, 0o755);
  return copy;
}

function folderForAnybody(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mtg-anybody-')));
  madeForAnybody.push(folder);
  chmodSync(folder, 0o755);
  return folder;
}

const everyoneMayEnter = (folder: string): boolean =>
  (statSync(folder).mode & 0o005) === 0o005 && (folder === '/' || everyoneMayEnter(dirname(folder)));
