import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { hasCode, PlatformFailure } from '../failure';
import { startIdentity } from './process-info';

/** Held until released; the death of the holder releases it too, since its start time then matches no process. */
export interface Lock {
  release(): void;
}

const Holder = z.object({ pid: z.number().int(), started: z.string() }).readonly();
type Holder = z.infer<typeof Holder>;

/** Attempts at taking over a lock that a dead process left; each fails only if another process was quicker. */
const ATTEMPTS = 5;

/**
 * Takes the lock that a file stands for. The file is complete the moment it exists (it is written aside and then
 * linked into place), so readers never see half a holder.
 *
 * @throws PlatformFailure `locked`, with the pid of the process that holds it
 */
export function acquireLock(file: string, what: { chinese: string; english: string }): Lock {
  const mine = JSON.stringify({ pid: process.pid, started: startIdentity(process.pid) ?? '' });
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(aside, mine, { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (tryLink(aside, file)) return { release: () => releaseIfMine(file, mine) };
      const holder = readHolder(file);
      if (holder && isRunning(holder)) throw alreadyHeld(holder, file, what);
      if (holder) removeStale(file, holder);
    }
    throw alreadyHeld(undefined, file, what);
  } finally {
    rmSync(aside, { force: true });
  }
}

/** True while the very process that wrote its pid and start time runs. */
const isRunning = (holder: Holder): boolean => startIdentity(holder.pid) === holder.started;

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Two processes may both find the lock stale. The one that moved a fresh lock aside puts it back. */
function removeStale(file: string, stale: Holder): void {
  const aside = `${file}.stale.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved && (moved.pid !== stale.pid || moved.started !== stale.started)) tryLink(aside, file);
  rmSync(aside, { force: true });
}

function releaseIfMine(file: string, mine: string): void {
  try {
    if (readFileSync(file, 'utf8') === mine) rmSync(file, { force: true });
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/** The holder, or undefined when there is no lock any more. An unreadable text counts as not held. */
function readHolder(file: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return hasCode(error, 'ENOENT') ? undefined : { pid: -1, started: 'unreadable' };
  }
}

const alreadyHeld = (holder: Holder | undefined, file: string, what: { chinese: string; english: string }) =>
  new PlatformFailure(
    'locked',
    `${what.chinese}正由进程 ${holder?.pid ?? '?'} 使用。请先停止该进程，或用 --data-dir 指定另一目录。`,
    `${what.english} is in use by process ${holder?.pid ?? '?'} (lock: ${file}). Stop that process first, or choose another directory with --data-dir.`,
  );
