import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../support/project';

export interface Held {
  readonly process: ChildProcess;
  readonly port: number;
  readonly pid: number;
  readonly guardianPid: number;
  readonly uid: number;
  readonly url: string;
}

/**
 * Starts a cluster in a process of its own.
 *
 * @param from the project, and the Node to run it with
 * @throws Error with what the process wrote when it fails
 */
export async function hold(
  directory: string,
  options: SpawnOptions = {},
  from: { readonly project: string; readonly node: string } = { project: ROOT, node: process.execPath },
): Promise<Held> {
  const { project, node } = from;
  const script = join(project, 'tests/startup/support/hold-cluster.cjs');
  const child = spawn(node, [script, join(project, 'packages/platform/dist'), directory], {
    cwd: '/',
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { out: '', err: '' };
  child.stderr?.on('data', (chunk: Buffer) => (output.err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output.out += chunk.toString();
      if (output.out.endsWith('\n')) resolve({ process: child, ...JSON.parse(output.out) });
    });
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`exit code ${code}: ${output.err}`)));
  });
}

/** Ends a holder and waits for it. */
export async function end({ process: child }: Held, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}
