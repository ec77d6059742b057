import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { childEnvironment } from './test-database';

/** Chromium comes packed in a package, for Linux on x64. */
const isPacked = process.platform === 'linux' && process.arch === 'x64';

/**
 * Starts Chromium: that of `@sparticuz/chromium`, which needs nothing of the machine, or elsewhere the Chrome that is installed.
 * Machines have no Chinese font: look at texts of a page, and at no picture of it.
 */
export async function startBrowser(): Promise<Browser> {
  const options = { chromiumSandbox: false, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  if (!isPacked) return chromium.launch({ ...options, channel: 'chrome' });
  const folder = await unpack();
  return chromium.launch({
    ...options,
    executablePath: join(folder, 'chromium'),
    args: ['--no-zygote'],
    env: { ...childEnvironment({ LD_LIBRARY_PATH: join(folder, 'lib'), HOME: folder }) },
  });
}

/** Unpacks Chromium and the libraries that it needs beside its package, where the next installation removes them. */
async function unpack(): Promise<string> {
  const home = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..');
  const unpacked = join(home, 'unpacked');
  if (existsSync(unpacked)) return unpacked;
  const folder = await mkdtemp(join(home, 'unpacking-'));
  const inflate = (file: string, to: string): Promise<void> =>
    pipeline(
      createReadStream(join(home, 'bin', file)),
      createBrotliDecompress(),
      createWriteStream(join(folder, to), { mode: 0o755 }),
    );
  await inflate('chromium.br', 'chromium');
  await inflate('al2023.tar.br', 'libraries.tar');
  execFileSync('tar', ['-xf', join(folder, 'libraries.tar'), '-C', folder]);
  try {
    renameSync(folder, unpacked);
  } catch (error) {
    // Another run was faster.
    if (!existsSync(unpacked)) throw error;
  }
  return unpacked;
}
