import { spawn, type ChildProcess } from 'node:child_process';
import { EXIT } from '@mtg/service-kit/basics';
import { guestEnvironment } from '../config';
import { LogTail } from '../process/log-tail';
import type { Output } from './output';
import type { Plan } from './plan';
import { sampleMissingText, sampleText } from './wording';

/** As the lines of the load are marked. */
const SAMPLE = 'sample';

/** `mtg sample` over the platform that has just started, for the streets that have no sample data yet. */
export class SampleLoad {
  private child: ChildProcess | undefined;
  private ended: Promise<number | null> | undefined;
  private stopping = false;

  constructor(
    private readonly plan: Plan,
    private readonly output: Output,
  ) {}

  /** Returns when the load has ended. Without sample data the platform serves as well, so a failure is told and no more. */
  async run(): Promise<void> {
    const { sample, dataDirectory } = this.plan;
    if (!sample || this.stopping) return;
    this.output.about(SAMPLE, sampleText);
    const asked = ['--scale', '1', '--if-none', '--data-dir', dataDirectory, '--street', ...sample.streets];
    this.ended = this.spawn([sample.program, 'sample', ...asked]);
    if ((await this.ended) !== EXIT.OK && !this.stopping) this.output.about(SAMPLE, sampleMissingText);
  }

  /** Ends a load under way; the street that it was at stays as it was. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.child?.kill('SIGKILL');
    await this.ended;
  }

  private spawn(command: readonly string[]): Promise<number | null> {
    const child = spawn(process.execPath, [...command], {
      // As for the parts: a Ctrl-C in the terminal reaches the launcher only, which stops everything in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: guestEnvironment(),
    });
    this.child = child;
    const tail = new LogTail((line) => this.output.about(SAMPLE, line));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => tail.write(chunk));
    }
    return new Promise((resolve) => {
      child.on('error', (error) => {
        tail.write(`${error.message}\n`);
        resolve(null);
      });
      child.on('close', (code) => {
        tail.end();
        resolve(code);
      });
    });
  }
}
