import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hasCode } from '../failure';

/** The fields of `/proc/<pid>/stat` after the name in parentheses, which may itself contain spaces. */
const LINUX_STATE = 0;
const LINUX_START_TIME = 19;

/** True while the process runs. A zombie does not: it only waits for its parent to read its exit code. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it exists and belongs to another user.
    if (!hasCode(error, 'EPERM')) return false;
  }
  const state = process.platform === 'linux' ? linuxStat(pid)?.[LINUX_STATE] : ps(pid, 'stat');
  return state !== undefined && !state.startsWith('Z');
}

/**
 * A text that no other process ever shares with this one, even when the system gives the pid out again: the time the
 * process started and, on Linux, the boot it belongs to. Undefined when there is no such process.
 */
export function startIdentity(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'lstart');
  const startTime = linuxStat(pid)?.[LINUX_START_TIME];
  return startTime && `${readQuietly('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}:${startTime}`;
}

/** The process's arguments as it was started; on other systems than Linux one string with all of them. */
export function commandLine(pid: number): readonly string[] {
  if (process.platform !== 'linux') return [ps(pid, 'command') ?? ''];
  return (readQuietly(`/proc/${pid}/cmdline`) ?? '').split('\0').filter((argument) => argument !== '');
}

function linuxStat(pid: number): readonly string[] | undefined {
  const stat = readQuietly(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function readQuietly(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    const text = execFileSync('ps', ['-ww', '-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
