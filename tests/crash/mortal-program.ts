import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../support/project';
import { childEnvironment } from '../support/test-database';
import { publicKeys } from '../support/tokens';

const RESTART_MS = 50;

/** The last lines that programs wrote. */
export class Output {
  #text = '';

  readonly remember = (chunk: Buffer): void => {
    this.#text = `${this.#text}${chunk.toString()}`.slice(-8000);
  };

  toString(): string {
    return this.#text;
  }
}

/** Starts a compiled program as the launcher runs its parts. */
export function startProgram(
  program: string,
  variables: Readonly<Record<string, string>>,
  output: Output,
): ChildProcess {
  const child = spawn(process.execPath, [join(ROOT, program)], {
    cwd: ROOT,
    env: childEnvironment({ HOST: '127.0.0.1', LOG_LEVEL: 'warn', NODE_ENV: 'production', ...variables }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', output.remember);
  child.stderr?.on('data', output.remember);
  return child;
}

export async function endProgram(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** A program that is started again whenever it ends: a start that the loss of its database cuts short is tried again. */
export class MortalProgram {
  #child: ChildProcess;
  #stopping = false;

  constructor(private readonly start: () => ChildProcess) {
    this.#child = this.#keep();
  }

  /** kill -9, and a new process at once. */
  kill(): Promise<void> {
    return endProgram(this.#child, 'SIGKILL');
  }

  stop(): Promise<void> {
    this.#stopping = true;
    return endProgram(this.#child, 'SIGTERM');
  }

  #keep(): ChildProcess {
    const child = this.start();
    child.once('exit', () => {
      if (!this.#stopping) setTimeout(() => this.#stopping || (this.#child = this.#keep()), RESTART_MS);
    });
    return child;
  }
}

/** An issuer of the keys by which tokens of tests are verified. */
export async function startIssuer(): Promise<{ readonly jwksUrl: string; stop(): void }> {
  const keys = JSON.stringify(await publicKeys());
  const issuer = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(keys),
  ).listen(0, '127.0.0.1');
  await once(issuer, 'listening');
  return {
    jwksUrl: `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/jwks.json`,
    stop: () => {
      issuer.close();
      issuer.closeAllConnections();
    },
  };
}
