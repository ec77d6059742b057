import { PlatformFailure } from '../failure';
import { isAlive } from '../process/process-info';
import { waitUntil } from '../process/wait';
import { isServerOf, recordedPid } from './postmaster-pid';

const FAST_STOP_LIMIT_MS = 20_000;
const IMMEDIATE_STOP_LIMIT_MS = 10_000;

/**
 * Stops the server that an earlier launcher left running when it was killed. Called with the lock of the directory
 * held, so a server that runs has no launcher any more.
 *
 * @returns what stood in `postmaster.pid`: nothing to do, an orphan that was stopped, or a stranger that now has the
 *   recorded pid and is left alone
 */
export async function stopOrphan(
  dataDirectory: string,
): Promise<{ readonly found: 'nothing' | 'orphan' | 'stranger'; readonly pid?: number }> {
  const pid = recordedPid(dataDirectory);
  if (pid === undefined || !isAlive(pid)) return { found: 'nothing' };
  if (!isServerOf(pid, dataDirectory)) return { found: 'stranger', pid };
  const gone = () => !isServerOf(pid, dataDirectory);
  // SIGINT: roll back and close; SIGQUIT: leave at once and recover at the next start.
  process.kill(pid, 'SIGINT');
  if (await waitUntil(gone, FAST_STOP_LIMIT_MS)) return { found: 'orphan', pid };
  process.kill(pid, 'SIGQUIT');
  if (await waitUntil(gone, IMMEDIATE_STOP_LIMIT_MS)) return { found: 'orphan', pid };
  throw new PlatformFailure(
    'locked',
    `数据库 ${dataDirectory} 的旧服务进程 ${pid} 无法停止。请手动结束该进程后重试。`,
    `An earlier server (process ${pid}) of the database ${dataDirectory} cannot be stopped. End that process, then restart.`,
  );
}
