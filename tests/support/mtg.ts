import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ROOT } from './project';
import { childEnvironment } from './test-database';

/** How `mtg` is run. */
export interface MtgOptions {
  /** All variables that it has, beside those without which nothing runs. */
  readonly environment: Readonly<Record<string, string>>;
  /** The folder that paths start from; the root of the project, unless said otherwise. */
  readonly folder?: string;
}

/** Result of a run of `mtg`. */
export interface MtgEnd {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs the compiled program as people run it. To load it costs a second of CPU each time: see `MtgHost`. */
export async function runMtg(options: MtgOptions, ...given: readonly string[]): Promise<MtgEnd> {
  const child = spawn(process.execPath, [join(ROOT, 'packages/cli/bin/mtg.js'), ...given], {
    cwd: options.folder ?? ROOT,
    env: childEnvironment(options.environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[code], output, errors] = await Promise.all([
    once(child, 'exit') as Promise<[number | null]>,
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code, output, errors };
}

/** Runs command lines of `mtg` in one process that has loaded it, for tests that ask what a command does and says. */
export class MtgHost {
  private host: ChildProcess | undefined;
  private runs = 0;

  async run(options: MtgOptions, ...given: readonly string[]): Promise<MtgEnd> {
    const host = this.started();
    const id = (this.runs += 1);
    const ended = new Promise<MtgEnd>((resolve, reject) => {
      const stop = () => host.off('message', hear).off('exit', died);
      const hear = (said: MtgEnd & { readonly id: number }) => {
        if (said.id !== id) return;
        stop();
        const { code, output, errors } = said;
        resolve({ code, output, errors });
      };
      const died = (code: number | null) => {
        stop();
        reject(new Error(`mtg ${given.join(' ')} ended its host with ${code}`));
      };
      host.on('message', hear).on('exit', died);
    });
    host.send({
      id,
      given,
      environment: childEnvironment(options.environment),
      folder: options.folder ?? ROOT,
    });
    return ended;
  }

  async stop(): Promise<void> {
    const { host } = this;
    if (!host || host.exitCode !== null || host.signalCode !== null) return;
    const ended = once(host, 'exit');
    host.kill();
    await ended;
  }

  /** It ends with the process that started it. */
  private started(): ChildProcess {
    this.host ??= fork(join(__dirname, 'mtg-host.cjs'), { env: childEnvironment({}) });
    return this.host;
  }
}
