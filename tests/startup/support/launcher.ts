import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { eventually } from '../../support/wait';

/** A launcher under test, and what it has written. */
export interface Launcher {
  readonly process: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
  /** Waits until it has written a text. */
  writes(text: string | RegExp, limitMs?: number): Promise<void>;
}

export function launch(
  program: string,
  programArguments: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  underShell = false,
): Launcher {
  const command = [process.execPath, program, ...programArguments];
  // As npm does it; the second command keeps the shell from becoming the first.
  const [file = '', ...rest] = underShell ? ['/bin/sh', '-c', '"$0" "$@"; exit $?', ...command] : command;
  const child = spawn(file, rest, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin', ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  }
  return {
    process: child,
    ended: new Promise((resolve) => child.on('close', resolve)),
    output: () => output,
    writes: async (text, limitMs) => {
      const found = (): boolean => (typeof text === 'string' ? output.includes(text) : text.test(output));
      await eventually(`the launcher writes ${String(text)}`, found, limitMs).catch((error: unknown) => {
        throw new Error(`${String(error)}; it wrote:\n${output}`);
      });
    },
  };
}

export interface FakePart {
  readonly name: string;
  readonly kind: 'issuer' | 'subgraph' | 'gateway';
  readonly port: number;
  readonly databaseUrl?: string;
  readonly ownerDatabaseUrl?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly program?: string;
}

/** Starts the real launcher over fake parts. */
export const launchFakes = (
  dataDirectory: string,
  parts: readonly FakePart[],
  environment: Readonly<Record<string, string>> = {},
  underShell = false,
): Launcher => {
  const program = join(__dirname, 'fake-part.cjs');
  const plan = {
    dataDirectory,
    parts: parts.map((part) => ({ program, host: '127.0.0.1', readyPath: '/readyz', ...part })),
  };
  return launch(join(__dirname, 'fake-platform.cjs'), [JSON.stringify(plan)], environment, underShell);
};
