import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../support/project';
import { Scratch } from './support/scratch';

/** Files of a clone before anything is built, of those that `npm start` and `mtg` run. */
const COMMITTED = [
  'packages/platform/bin',
  'packages/platform/help.txt',
  'packages/cli/bin',
  'packages/cli/help.json',
];

const scratch = new Scratch();
afterAll(async () => scratch.clear());

/** A clone with two small projects, of which the second is the launcher. */
function clone(name: string, launcher: string): string {
  const folder = scratch.path(name);
  for (const path of COMMITTED) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const compilerOptions = { composite: true, rootDir: 'src', outDir: 'dist', module: 'nodenext', types: [] };
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const project = { compilerOptions, include: ['src'] };
  write('packages/one/tsconfig.json', JSON.stringify(project));
  write('packages/one/src/one.ts', 'export const one = 1;\n');
  write('packages/platform/tsconfig.json', JSON.stringify({ ...project, references: [{ path: '../one' }] }));
  write('packages/platform/src/main.ts', launcher);
  write('tsconfig.json', JSON.stringify({ files: [], references: [{ path: 'packages/platform' }] }));
  return folder;
}

const run = (folder: string, program: string, given: readonly string[] = [], environment = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...given], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', ...environment },
  });
  return { status, stdout, stderr };
};
const START = 'packages/platform/bin/start.js';
const MTG = 'packages/cli/bin/mtg.js';

describe('npm start in a fresh clone', () => {
  it('shows how far the build is, runs what was built, and ends as that does', () => {
    const folder = clone(
      'first',
      `console.log('started'); process.exitCode = 3;\ndeclare const console: any, process: any;\n`,
    );
    const first = run(folder, START);
    expect(first.stdout).toMatch(
      /building 1\/3: packages\/one\n.*building 2\/3: packages\/platform\nstarted\n$/,
    );
    expect(first).toMatchObject({ status: 3, stderr: '' });
    // The second time there is nothing to build, and nothing is said of it.
    expect(run(folder, START)).toEqual({ status: 3, stdout: 'started\n', stderr: '' });
  });

  it('writes the progress as JSON where that is asked for', () => {
    const folder = clone('json', 'export {};\n');
    const lines = run(folder, START, [], { LOG_FORMAT: 'json' }).stdout.trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ name: 'build', msg: expect.stringContaining('building 2/3') }),
    );
  });

  it('says what does not compile, and ends with the compiler’s exit code', () => {
    const folder = clone('broken', 'export const wrong: string = 1;\n');
    const { status, stdout } = run(folder, START);
    expect(stdout).toMatch(/main\.ts.*error TS2322[^]*The build failed/);
    expect(status).toBeGreaterThan(0);
  });
});

describe('help before anything is built', () => {
  let folder: string;
  beforeAll(() => (folder = clone('help', 'export {};\n')));
  const folderOf = (): string => folder;

  it.each([
    [START, ['--help'], /--data-dir DIR[^]*DATABASE_URL_DAYU/],
    [START, ['--only', 'dayu', '-h'], /--data-dir DIR/],
    [MTG, ['--help'], /Usage: mtg \[options\] \[command\][^]*audit/],
    [MTG, ['help', 'import'], /Usage: mtg import/],
    [MTG, ['audit', 'verify', '--chain', 'DAYU', '--help'], /Usage: mtg audit verify/],
  ])('is shown by %s %j', (program, given, text) => {
    expect(run(folder, program, given)).toEqual({
      status: 0,
      stdout: expect.stringMatching(text),
      stderr: '',
    });
  });

  it.each([
    [folderOf, ['nosuch', '--help'], /Unknown command “nosuch”\. See mtg --help/],
    [folderOf, ['help', 'constructor'], /Unknown command “constructor”/],
    [folderOf, ['audit', 'nosuch', '-h'], /Unknown command “nosuch”\. See mtg audit --help/],
    [() => ROOT, ['nosuch', '--help'], /Unknown command “nosuch”\. See mtg --help/],
  ])('is refused by mtg for an unknown command', (place, given, text) => {
    expect(run(place(), MTG, given)).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(text),
    });
  });

  it.each([
    [['--nosuch'], /Invalid command line, see --help: Unknown option '--nosuch'\n$/],
    [['--port'], /Invalid command line, see --help: .*--port/],
    [['--sample=1'], /Invalid command line, see --help: .*--sample/],
    [['dayu'], /Invalid command line, see --help: .*'dayu'/],
  ])('is what npm start %j points to, which builds nothing', (given, text) => {
    const { status, stdout } = run(folder, START, given);
    expect(stdout).toMatch(text);
    expect(stdout).not.toContain('building');
    expect(status).toBe(2);
  });

  it('is all that there is of mtg, which otherwise says what to build', () => {
    expect(run(folder, MTG, ['audit', 'verify'])).toEqual({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/尚未构建.*npm run build.*npx tsc -b packages\/cli/),
    });
  });

  it('is what mtg has beside a package that was not built', () => {
    const dist = join(folder, 'packages/cli/dist');
    mkdirSync(dist);
    writeFileSync(join(dist, 'main.js'), `require('@mtg/not-built');`);
    expect(run(folder, MTG, ['token']).stderr).toMatch(/not built yet/);
    rmSync(dist, { recursive: true });
  });
});
