const { spawnSync } = require('node:child_process');
const { mkdtempSync, rmSync, statfsSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

/** Files in memory, on Linux. */
const MEMORY = '/dev/shm';
const TMPFS = 0x0102_1994;
const GB = 2 ** 30;

/**
 * Folder for the data of PostgreSQL while tests run: in memory where there is plenty of it, since a third of what a small cluster costs
 * is the making of a thousand files on a disk; otherwise that for temporary files.
 */
module.exports.dataParent = () => (hasRoom() && runsPrograms() ? MEMORY : tmpdir());

/** All clusters of a run together take one to two GB, and the workers up to eight. */
function hasRoom() {
  try {
    const { type, bavail, bsize } = statfsSync(MEMORY);
    return type === TMPFS && bavail * bsize >= 4 * GB && process.availableMemory() >= 12 * GB;
  } catch {
    return false;
  }
}

/** PostgreSQL itself is copied beside the data where the server's user cannot reach it. */
function runsPrograms() {
  let folder;
  try {
    folder = mkdtempSync(join(MEMORY, 'mentougou-probe-'));
    const program = join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    return spawnSync(program).status === 0;
  } catch {
    return false;
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
