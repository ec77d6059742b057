import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { PlatformFailure } from '../failure';
import { startGuardian, type Guardian } from './guardian';
import { LogTail } from '../process/log-tail';
import { PROGRAM_ENVIRONMENT } from './program-environment';
import type { ServerUser } from './server-user';
import { enforcedArguments } from './settings';

export interface ServerOptions {
  readonly native: string;
  readonly dataDirectory: string;
  readonly port: number;
  readonly user: ServerUser | undefined;
  /** A process that has the pid an earlier server wrote down and is none. */
  readonly strangerPid: number | undefined;
  readonly onLine: ((line: string) => void) | undefined;
}

const FAST_STOP_LIMIT_MS = 20_000;

/** One run of the server, from its start to its end. */
export class ServerProcess {
  readonly pid: number;
  /** Resolves with how it ended, e.g. `SIGKILL` or `exit code 1`, when all its output has been read. */
  readonly ended: Promise<string>;
  private readonly tail: LogTail;
  private readonly guardian: Guardian;
  private running = true;

  private constructor(
    private readonly child: ChildProcess,
    options: ServerOptions,
  ) {
    this.tail = new LogTail(options.onLine);
    // The log stays out of the data directory: on a full disk it is what explains the failure.
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => this.tail.write(chunk));
    this.ended = new Promise((resolve) => {
      child.on('exit', () => {
        this.running = false;
        this.guardian.dismiss();
      });
      child.on('close', (code, signal) => {
        this.tail.end();
        resolve(signal ?? `exit code ${code}`);
      });
    });
    this.pid = child.pid ?? 0;
    this.guardian = startGuardian(this.pid, options.dataDirectory, options.user);
  }

  /** @throws PlatformFailure `server` when the program cannot be run at all */
  static async start(options: ServerOptions): Promise<ServerProcess> {
    const program = join(options.native, 'bin', 'postgres');
    const child = spawn(program, ['-D', options.dataDirectory, ...enforcedArguments(options.port)], {
      // A session of its own: a Ctrl-C in the terminal reaches the launcher only, which stops everything in order.
      detached: true,
      cwd: options.dataDirectory,
      // The server takes this pid in postmaster.pid for no server's and still looks whether the memory segment
      // written there is in use; removing the file instead would lose that check.
      env: {
        ...PROGRAM_ENVIRONMENT,
        ...(options.strangerPid && { PG_GRANDPARENT_PID: String(options.strangerPid) }),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
      ...options.user,
    });
    if (child.pid !== undefined) return new ServerProcess(child, options);
    const reason = await new Promise<string>((resolve) =>
      child.on('error', (error) => resolve(error.message)),
    );
    throw new PlatformFailure(
      'server',
      `无法运行 PostgreSQL 程序（${reason}）。它需要 glibc；也可为每个部分设置 DATABASE_URL_<名称>。`,
      `The PostgreSQL program cannot be run (${reason}). It needs glibc. Alternatively, set DATABASE_URL_<NAME> for each part.`,
    );
  }

  get isRunning(): boolean {
    return this.running;
  }

  get guardianPid(): number | undefined {
    return this.guardian.pid;
  }

  lines(): readonly string[] {
    return this.tail.lines();
  }

  /**
   * Fast shutdown: connections are cut, data are written. After the time limit, or at once if forced, the immediate
   * one, from which the next start recovers.
   */
  async stop(force = false): Promise<void> {
    this.guardian.dismiss();
    if (!this.running) return;
    this.child.kill(force ? 'SIGQUIT' : 'SIGINT');
    const immediate = setTimeout(() => this.child.kill('SIGQUIT'), FAST_STOP_LIMIT_MS);
    await this.ended;
    clearTimeout(immediate);
  }
}
