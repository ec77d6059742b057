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
export async function withStreet(name, measure) {
  // Open to enter: started as root, the database runs as another user.
  const directory = mkdtempSync(join(tmpdir(), 'mtg-bench-'));
  chmodSync(directory, 0o755);
  const platform = spawn(
    process.execPath,
    ['packages/platform/dist/main.js', '--only', name, '--free-ports', '--data-dir', directory],
    { cwd: fileURLToPath(new URL('..', import.meta.url)), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    await new Promise((resolve, reject) => {
      platform.stdout.on('data', (chunk) => String(chunk).includes('全部就绪') && resolve());
      platform.once('exit', (code) => reject(new Error(`the platform ended with ${code}`)));
    });
    const { parts } = JSON.parse(readFileSync(join(directory, 'run', 'parts.json'), 'utf8'));
    await measure({ ...parts.find((part) => part.name === name), directory });
  } finally {
    platform.kill('SIGTERM');
    if (platform.exitCode === null) await once(platform, 'exit');
    rmSync(directory, { recursive: true, force: true });
  }
}
