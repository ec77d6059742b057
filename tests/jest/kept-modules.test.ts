import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { ROOT } from '../support/project';
import { childEnvironment } from '../support/test-database';

/** Files of one worker share its modules and globals: what a file leaves there is found, and told. */
const CASES = join(ROOT, 'tests', 'jest', 'cases');

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
  }[];
}

/** Runs the cases one after another in one worker of Jest. @returns what each failed with, by name; '' where it passed */
async function run(keepModules: boolean): Promise<Readonly<Record<string, string>>> {
  const folder = mkdtempSync(join(tmpdir(), 'mtg-jest-'));
  const report = join(folder, 'report.json');
  const support = join(ROOT, 'tests', 'support', 'jest');
  const config = {
    rootDir: CASES,
    cacheDirectory: join(folder, 'cache'),
    testMatch: ['<rootDir>/*.case.cjs'],
    moduleFileExtensions: ['cjs', 'js', 'json'],
    transform: {},
    testSequencer: join(CASES, 'in-order.cjs'),
    testEnvironment: join(support, 'environment.cjs'),
    testEnvironmentOptions: { keepModules, timeoutMs: 60_000 },
    ...(keepModules && { runtime: join(support, 'runtime.cjs') }),
  };
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const given = ['--runInBand', '--json', `--outputFile=${report}`, '--config', JSON.stringify(config)];
  try {
    // It ends with a failure, since cases fail.
    await new Promise<void>((resolve) => {
      execFile(process.execPath, [jest, ...given], { cwd: CASES, env: childEnvironment({}) }, () =>
        resolve(),
      );
    });
    const { testResults }: Report = JSON.parse(readFileSync(report, 'utf8'));
    return Object.fromEntries(
      testResults.map(({ name, status, message }) => [
        basename(name, '.case.cjs'),
        status === 'passed' ? '' : message,
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('a file that leaves something to the next one fails, and the next one does not', async () => {
  expect(await run(true)).toEqual({
    '1-clean': '',
    // Modules are kept, and this is what may come of it.
    '2-dependent': '',
    '3-variable': expect.stringContaining('would find: process.env.LEFT_BEHIND.'),
    '4-global': expect.stringContaining('would find: globalThis.setInterval.'),
    // Jest restores spies at the end of a file.
    '5-spy': '',
    '6-behind-a-spy': '',
    '7-node-env': expect.stringContaining('would find: process.env.NODE_ENV.'),
    '8-behind-node-env': '',
  });
});

test('a file that passes only behind another fails where each has modules of its own', async () => {
  const isolated = await run(false);
  expect(isolated).toMatchObject({ '1-clean': '', '6-behind-a-spy': '' });
  expect(isolated['2-dependent']).toContain('passes only behind a file that has added one');
});
