import { spawn, type ChildProcess } from 'node:child_process';
import { EXIT, type Environment } from '@mtg/service-kit/basics';
import { z } from 'zod';
import { LogTail } from '../process/log-tail';
import { Backoff } from './backoff';

export interface ChildOptions {
  readonly program: string;
  readonly environment: Environment;
  readonly onLine: (line: string) => void;
  /** Phase that the process reports, e.g. `migrating`. */
  readonly onPhase: (phase: string, detail: string | undefined) => void;
  /** It was started, for the first time or again. */
  readonly onStart: (pid: number | undefined) => void;
  /** It died unasked. Undefined instead of a wait: it will not be started again. */
  readonly onDeath: (ending: string, waitMs: number | undefined) => void;
  readonly backoff?: { next(upMs: number): number };
}

/** Deaths before the part was ever ready; more of them and the start has failed. */
const ATTEMPTS_TO_START = 3;
const STOP_LIMIT_MS = 15_000;

const PhaseMessage = z.object({ type: z.literal('phase'), phase: z.string(), detail: z.string().optional() });

/** A Node process that is started again when it dies, until it is stopped or says that a restart cannot mend it. */
export class SupervisedChild {
  private child: ChildProcess | undefined;
  private restart: NodeJS.Timeout | undefined;
  private readonly backoff: { next(upMs: number): number };
  private readonly tail: LogTail;
  private stopping = false;
  private everReady = false;
  private deaths = 0;

  constructor(private readonly options: ChildOptions) {
    this.backoff = options.backoff ?? new Backoff();
    this.tail = new LogTail(options.onLine);
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** The last lines of its output, oldest first. */
  lines(): readonly string[] {
    return this.tail.lines();
  }

  /** It answers: from now on it is restarted however often it dies. */
  markReady(): void {
    this.everReady = true;
  }

  start(): void {
    const startedAt = Date.now();
    const child = spawn(process.execPath, [this.options.program], {
      // A session of its own: a Ctrl-C in the terminal reaches the launcher only, which stops everything in order.
      // Should the launcher die, the end of the IPC channel tells the child.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: this.options.environment,
    });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => this.tail.write(chunk));
    }
    child.on('message', (message) => {
      const { success, data } = PhaseMessage.safeParse(message);
      if (success) this.options.onPhase(data.phase, data.detail);
    });
    child.on('error', (error) => this.tail.write(`${error.message}\n`));
    child.on('close', (code, signal) => {
      this.tail.end();
      this.child = undefined;
      if (!this.stopping) this.died(code, signal ?? `exit code ${code}`, Date.now() - startedAt);
    });
    this.options.onStart(child.pid);
  }

  /** Asks the process to end and waits for it; after the limit, or at once if forced, it is killed. */
  async stop(force = false): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restart);
    const { child } = this;
    if (!child) return;
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill(force ? 'SIGKILL' : 'SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    await closed;
    clearTimeout(kill);
  }

  private died(code: number | null, ending: string, upMs: number): void {
    this.deaths += 1;
    if (code === EXIT.CONFIG || (!this.everReady && this.deaths >= ATTEMPTS_TO_START)) {
      this.options.onDeath(ending, undefined);
      return;
    }
    const waitMs = this.backoff.next(upMs);
    this.restart = setTimeout(() => this.start(), waitMs);
    this.options.onDeath(ending, waitMs);
  }
}
