import { spawn, type ChildProcess } from 'node:child_process';
import { PROGRAM_ENVIRONMENT } from './program-environment';
import { pidFile } from './postmaster-pid';
import type { ServerUser } from './server-user';

/**
 * Waits for the end of its input, which comes when the launcher dies in whatever way, and then stops the server. It
 * signals only while `postmaster.pid` still names that server: pids are given out again.
 */
const SCRIPT = `
trap '' HUP INT TERM
file=$1 server=$2 seconds=0
named() { { read -r first < "$file"; } 2>/dev/null && [ "$first" = "$server" ]; }
while read -r _; do :; done
# The launcher may have died before the server wrote its file.
until named || [ "$seconds" -ge 5 ]; do sleep 1; seconds=$((seconds + 1)); done
named && kill -INT "$server"
seconds=0
while named && [ "$seconds" -lt 15 ]; do sleep 1; seconds=$((seconds + 1)); done
named && kill -QUIT "$server"
`;

/** Watches over one server on behalf of this process. */
export interface Guardian {
  readonly pid: number | undefined;
  /** The server has ended or is about to be stopped in order: there is nothing to guard any more. */
  dismiss(): void;
}

export function startGuardian(
  serverPid: number,
  dataDirectory: string,
  user: ServerUser | undefined,
): Guardian {
  const child: ChildProcess = spawn(
    '/bin/sh',
    ['-c', SCRIPT, 'guardian', pidFile(dataDirectory), String(serverPid)],
    {
      // A session of its own: a Ctrl-C in the terminal must not reach it.
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: '/',
      env: PROGRAM_ENVIRONMENT,
      ...user,
    },
  );
  // Without a shell the server is merely unguarded, and the next start takes care of an orphan.
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined);
  return {
    pid: child.pid,
    dismiss: () => {
      child.kill('SIGKILL');
      child.stdin?.destroy();
    },
  };
}
