import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Starts a street alone with a database of its own, and ends and removes both afterwards.
 *
 * @param {string} name of the subgraph, e.g. `dayu`
 * @param {(street: { url: string, ownerDatabaseUrl: string, directory: string }) => Promise<void>} measure
 */
export const withStreet = (name, measure) =>
  withParts([name], ({ directory, part }) => measure({ ...part(name), directory }));

/**
 * Starts some parts of the platform, each with a database of its own, and ends and removes all of it afterwards.
 *
 * @param {readonly string[]} names of subgraphs
 * @param {(platform: { directory: string, part: (name: string) => RunningPart }) => Promise<void>} measure
 */
export async function withParts(names, measure) {
  // Open to enter: started as root, the database runs as another user.
  const directory = mkdtempSync(join(tmpdir(), 'mtg-bench-'));
  chmodSync(directory, 0o755);
  const platform = spawn(
    process.execPath,
    [
      'packages/platform/dist/main.js',
      ...names.flatMap((name) => ['--only', name]),
      '--free-ports',
      '--data-dir',
      directory,
    ],
    { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    await new Promise((resolve, reject) => {
      platform.stdout.on('data', (chunk) => String(chunk).includes('全部就绪') && resolve());
      platform.once('exit', (code) => reject(new Error(`the platform ended with ${code}`)));
    });
    await measure(runningPlatform(directory));
  } finally {
    platform.kill('SIGTERM');
    if (platform.exitCode === null) await once(platform, 'exit');
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Running parts of a data directory, by name. */
export function runningPlatform(directory) {
  const { parts } = JSON.parse(readFileSync(join(directory, 'run', 'parts.json'), 'utf8'));
  return { directory, part: (wanted) => parts.find(({ name }) => name === wanted) };
}

/** Runs `mtg sample` for one street of a running platform. */
export async function mtgSample(street, directory, ...options) {
  const program = fileURLToPath(new URL('../packages/cli/dist/main.js', import.meta.url));
  const given = ['sample', '--street', street, '--data-dir', directory, ...options];
  const child = spawn(process.execPath, [program, ...given], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`mtg ${given.join(' ')} ended with ${code}`);
}
