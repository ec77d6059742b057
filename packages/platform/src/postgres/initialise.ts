import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode, PlatformFailure } from '../failure';
import { diagnose, diskFull } from './diagnosis';
import { LogTail, shown } from '../process/log-tail';
import { PROGRAM_ENVIRONMENT } from './program-environment';
import type { ServerUser } from './server-user';
import { SETTINGS_FILE } from './settings';

export const ADMIN_USER = 'postgres';

export interface InitialiseOptions {
  /** Folder with `bin`, `lib` and `share`. */
  readonly native: string;
  /** The cluster's folder; the data appear in `data/` below it. */
  readonly directory: string;
  readonly passwordFile: string;
  readonly user: ServerUser | undefined;
  readonly durable: boolean;
}

const UNFINISHED = 'data.new-';

/**
 * Makes the cluster's data directory. All is made aside and then renamed, so that a kill or a full disk in between
 * leaves nothing half-made; what an earlier attempt left is removed.
 */
export async function initialise(options: InitialiseOptions): Promise<void> {
  const { directory } = options;
  const leftovers = (await readdir(directory)).filter((name) => name.startsWith(UNFINISHED));
  for (const name of leftovers)
    await rm(join(directory, name), { recursive: true, force: true }).catch(() => undefined);
  const aside = join(directory, `${UNFINISHED}${randomBytes(4).toString('hex')}`);
  try {
    await runInitdb(options, aside);
    await appendFile(join(aside, 'postgresql.conf'), `\ninclude = '${SETTINGS_FILE}'\n`);
    await rename(aside, join(directory, 'data'));
  } catch (error) {
    await rm(aside, { recursive: true, force: true }).catch(() => undefined);
    throw hasCode(error, 'ENOSPC', 'EDQUOT') ? diskFull(directory) : error;
  }
}

async function runInitdb(options: InitialiseOptions, aside: string): Promise<void> {
  const program = join(options.native, 'bin', 'initdb');
  // The built-in provider sorts and folds the same on every machine, whatever its C library.
  const programArguments = [
    `--pgdata=${aside}`,
    `--username=${ADMIN_USER}`,
    `--pwfile=${options.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(options.durable ? [] : ['--no-sync']),
  ];
  const first = await run(program, programArguments, options);
  if (first.code === 0) return;
  if (!first.lines.some((line) => line.includes('could not look up effective user ID'))) {
    throw diagnose(options.directory, first.lines, first.ending);
  }
  // An account without a name, as in a container run with an arbitrary uid: initdb insists on a name, the server does
  // not. In a user namespace the same account appears as `nobody`, and the files still belong to it.
  const wrapper = ['--user', '--map-user=65534', '--map-group=65534', program, ...programArguments];
  const second = await run('unshare', wrapper, options);
  if (second.code !== 0) throw namelessAccount(options.directory, [...first.lines, ...second.lines]);
}

interface Ended {
  readonly code: number | null;
  /** Outcome for a message: `initdb: exit code 1`. */
  readonly ending: string;
  readonly lines: readonly string[];
}

async function run(
  program: string,
  programArguments: readonly string[],
  { directory, user }: InitialiseOptions,
): Promise<Ended> {
  return new Promise((resolve) => {
    const tail = new LogTail();
    const child = spawn(program, programArguments, {
      // A session of its own: a Ctrl-C in the terminal reaches the launcher, which waits for it.
      detached: true,
      cwd: directory,
      env: PROGRAM_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => tail.write(chunk));
    }
    child.on('error', (error) =>
      resolve({ code: null, ending: error.message, lines: [...tail.lines(), error.message] }),
    );
    child.on('close', (code, signal) => {
      tail.end();
      resolve({ code, ending: `initdb: ${signal ?? `exit code ${code}`}`, lines: tail.lines() });
    });
  });
}

const namelessAccount = (directory: string, lines: readonly string[]): PlatformFailure =>
  new PlatformFailure(
    'unsupported',
    `当前用户编号在 /etc/passwd 中没有名称，无法在 ${directory} 初始化数据库。请以有名称的用户（或 root）运行，或为每个部分设置 DATABASE_URL_<名称>。`,
    `The current user id has no name in /etc/passwd, so the database ${directory} cannot be initialized. Run as a named user (or as root), or set DATABASE_URL_<NAME> for each part.`,
    shown(lines),
  );
