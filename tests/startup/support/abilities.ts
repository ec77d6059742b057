import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from '../../support/anybody';

/** Asked before tests are declared, so that one that cannot be run here counts as skipped and not as passed. */
function inFolder(ask: (folder: string) => boolean): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mentougou-abilities-'));
  try {
    return ask(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** False where the folder for temporary files is on a disk of its own that no program may be run from (noexec). */
export const runsPrograms = (): boolean =>
  inFolder((folder) => {
    const program = join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    return spawnSync(program).status === 0;
  });

/** Mounts a small disk, whose files are gone when it is unmounted. */
export const mountDisk = (folder: string, size: string): boolean =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'none', folder]).status === 0;

export const unmountDisk = (folder: string): boolean => spawnSync('umount', [folder]).status === 0;

/** False for others than root, and for root in a container without the right to mount. */
export const mountsDisks = (): boolean =>
  isRoot && inFolder((folder) => mountDisk(folder, '1m') && unmountDisk(folder));
