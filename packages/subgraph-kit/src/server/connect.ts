import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigurationError, StartFailure, type Logger } from '@mtg/service-kit';
import type { DataSource } from 'typeorm';
import { isDatabaseUnavailable } from '../database/unavailable';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5000;

/** `uuidv7()` and the column lists of publications need it. */
const OLDEST_SERVER = 180_000;

/**
 * Connects, waiting for a server that is still starting.
 *
 * @param variable the one that named the database, for the sentences
 * @throws ConfigurationError when the server is too old or refuses the login, which waiting cannot mend
 * @throws StartFailure when the database is still out of reach at the end of the wait
 */
export async function connect(
  database: DataSource,
  waitSeconds: number,
  logger: Logger,
  variable = 'DATABASE_URL',
): Promise<void> {
  const deadline = Date.now() + waitSeconds * 1000;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      await database.initialize();
      break;
    } catch (error) {
      if (isRefusedLogin(error)) throw new ConfigurationError([refusedLogin(error, variable)]);
      if (!isDatabaseUnavailable(error)) throw error;
      if (Date.now() + pause > deadline) throw outOfReach(error, waitSeconds, variable);
      logger.info({ reason: (error as Error).message }, '等待数据库 · waiting for the database');
      await sleep(pause);
    }
  }
  const [{ version }]: [{ version: string }] = await database.query(
    `SELECT current_setting('server_version_num') AS version`,
  );
  if (Number(version) < OLDEST_SERVER) {
    await database.destroy();
    throw new ConfigurationError([
      `${variable}: 需要 PostgreSQL 18 或更新，此服务器为 ${version} · PostgreSQL 18 or newer is required, but this server is ${version}`,
    ]);
  }
}

const outOfReach = (error: unknown, waitSeconds: number, variable: string): StartFailure => {
  const { code, message } = error as Failure;
  const why = typeof code === 'string' ? code : String(message);
  return new StartFailure(
    `${variable}: 等待 ${waitSeconds} 秒后仍连不上数据库（${why}），请检查地址以及数据库是否已启动 · the database could not be reached within ${waitSeconds} s (${why}). Check the URL and whether the database is running`,
  );
};

interface Failure {
  readonly code?: unknown;
  readonly message?: unknown;
}

/** SQLSTATE 28xxx: login refused; 3D000: no such database. Without any password `pg` gives up by itself. */
const isRefusedLogin = (error: unknown): boolean => {
  const { code, message } = error as Failure;
  return /^(28|3D000)/.test(String(code)) || /password must be a (non-empty )?string/.test(String(message));
};

const refusedLogin = (error: unknown, variable: string): string => {
  const { code = '-' } = error as Failure;
  return `${variable}: 数据库拒绝登录，请检查用户、口令和库名 · the database refuses the login. Check user, password and database name (SQLSTATE ${String(code)})`;
};
