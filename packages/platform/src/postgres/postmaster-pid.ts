import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { hasCode } from '../failure';
import { commandLine, isAlive } from '../process/process-info';

export const pidFile = (dataDirectory: string): string => join(dataDirectory, 'postmaster.pid');

/** The pid in `postmaster.pid`; undefined when there is no such file or no pid in it. */
export function recordedPid(dataDirectory: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile(dataDirectory), 'utf8').split('\n')[0]);
    // A single-user server writes a negative pid.
    return Number.isInteger(pid) && pid !== 0 ? Math.abs(pid) : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/**
 * True when the process is the server of this very data directory. The pid alone proves nothing: after a crash the
 * system may have given it to a stranger.
 */
export function isServerOf(pid: number, dataDirectory: string): boolean {
  if (!isAlive(pid)) return false;
  const directory = resolved(dataDirectory);
  const command = commandLine(pid);
  if (process.platform !== 'linux') {
    const [line = ''] = command;
    return (
      /(^|\/)postgres /.test(line) &&
      [dataDirectory, directory].some((path) => `${line} `.includes(` -D ${path} `))
    );
  }
  if (basename(command[0] ?? '') !== 'postgres') return false;
  const named = command[command.indexOf('-D') + 1];
  return (named !== undefined && resolved(named) === directory) || workingDirectory(pid) === directory;
}

/** A server works in its data directory, and this link follows when the directory is renamed. */
function workingDirectory(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
