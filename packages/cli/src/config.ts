import { resolveDataDir, readRunningParts } from '@mtg/platform';
import { ConfigurationError, EXIT, ownerVariables, readVariables, runtimeVariables } from '@mtg/subgraph-kit';
import { CommandFailure } from './command-failure';
import { ENVIRONMENT, type Environment } from './environment';

/** Address of a database. */
export interface DatabaseAddress {
  readonly url: string;
  /** Preferred to the one in the URL. */
  readonly password?: string | undefined;
}

/**
 * The database of a subgraph as its owner, who alone may write reference data: `DATABASE_OWNER_URL` (and
 * `DATABASE_OWNER_PASSWORD`, or the files that `…_FILE` names) where it is set, as for the subgraph itself; or else the one
 * of the platform that runs on the data directory. If others run that database for it, its password may be in the
 * environment alone, as for the platform.
 *
 * @throws ConfigurationError when only the database of the role that serves is named
 * @throws CommandFailure with exit code 66 when nothing runs there that would say where the database is
 */
export function databaseOf(
  name: string,
  dataDirectory: string | undefined,
  environment: Environment = ENVIRONMENT,
): DatabaseAddress {
  const owner = ownerDatabase(environment);
  if (owner) return owner;
  if (isSet('DATABASE_URL', environment)) {
    throw new ConfigurationError([
      'DATABASE_OWNER_URL: 缺少。DATABASE_URL 中的角色只用于提供服务，不能写入参考数据；请设置数据库所有者的地址 · missing. The serving role in DATABASE_URL cannot write reference data. Set the URL with the login of the database’s owner. 例 · e.g. DATABASE_OWNER_URL=postgres://dayu@127.0.0.1:5432/dayu',
    ]);
  }
  const { path } = resolveDataDir(dataDirectory);
  const part = readRunningParts(path)?.find((each) => each.name === name);
  if (part?.ownerDatabaseUrl !== undefined) return ofPlatform(part.ownerDatabaseUrl, environment);
  throw new CommandFailure(
    EXIT.NO_INPUT,
    `${path} 上没有正在运行的“${name}”：请先运行 npm start，或用 --data-dir 指明它的数据目录，或设置 DATABASE_OWNER_URL=postgres://… · ` +
      `“${name}” is not running on ${path}. Run npm start first, name its data directory with --data-dir, or set DATABASE_OWNER_URL=postgres://…`,
  );
}

/** The database that the environment names as its owner's; undefined where it names none. */
function ownerDatabase(environment: Environment): DatabaseAddress | undefined {
  if (!isSet('DATABASE_OWNER_URL', environment)) return undefined;
  const given = readVariables(ownerVariables, environment);
  return { url: given.DATABASE_OWNER_URL, password: given.DATABASE_OWNER_PASSWORD };
}

/** The one database that the environment names, for reading: as its owner, or as the role that serves. */
export function databaseToRead(environment: Environment = ENVIRONMENT): DatabaseAddress | undefined {
  const owner = ownerDatabase(environment);
  if (owner || !isSet('DATABASE_URL', environment)) return owner;
  const given = readVariables(runtimeVariables, environment);
  return { url: given.DATABASE_URL, password: given.DATABASE_PASSWORD };
}

/** The databases of the platform that runs on a data directory, by the names of its parts; none where none runs. */
export function databasesOfPlatform(
  dataDirectory: string | undefined,
  environment: Environment = ENVIRONMENT,
): ReadonlyMap<string, DatabaseAddress> {
  const parts = readRunningParts(resolveDataDir(dataDirectory).path) ?? [];
  return new Map(
    parts.flatMap(({ name, ownerDatabaseUrl }) =>
      ownerDatabaseUrl === undefined ? [] : [[name, ofPlatform(ownerDatabaseUrl, environment)] as const],
    ),
  );
}

/** True if the environment names a database. */
export const namesDatabase = (environment: Environment = ENVIRONMENT): boolean =>
  isSet('DATABASE_OWNER_URL', environment) || isSet('DATABASE_URL', environment);

const isSet = (variable: string, environment: Environment): boolean =>
  Boolean(environment[variable] || environment[`${variable}_FILE`]);

/**
 * The databases that have witnessed audit chains: those that `WITNESS_DATABASE_URLS` names, or else all of the
 * platform. None when there is neither.
 */
export function witnessDatabases(
  platform: ReadonlyMap<string, DatabaseAddress>,
  environment: Environment = ENVIRONMENT,
): readonly DatabaseAddress[] {
  const given = environment['WITNESS_DATABASE_URLS'];
  if (given) {
    return given
      .split(',')
      .map((url) => ({ url: url.trim() }))
      .filter(({ url }) => url !== '');
  }
  return [...platform.values()];
}

const { DATABASE_OWNER_PASSWORD } = ownerVariables;

/** The platform's own databases have their passwords in their addresses, which no other password takes the place of. */
const ofPlatform = (url: string, environment: Environment): DatabaseAddress =>
  new URL(url).password === ''
    ? { url, password: readVariables({ DATABASE_OWNER_PASSWORD }, environment).DATABASE_OWNER_PASSWORD }
    : { url };
