import { join } from 'node:path';
import {
  ConfigurationError,
  describeVariables,
  integerBetween,
  logFormatVariable,
  readVariables,
  variable,
  type Environment,
  type LogFormat,
  type Variable,
} from '@mtg/service-kit/basics';
import { INSIGHT, STREETS, SUBGRAPHS } from '@mtg/subgraphs';
import { z } from 'zod';

/** The launcher's own environment; nothing else in this package reads it. */
// oxlint-disable-next-line node/no-process-env
const ENVIRONMENT: Environment = process.env;

type DatabaseVariable = `DATABASE_URL_${string}` | `DATABASE_OWNER_URL_${string}`;
type DatabaseVariables = Record<DatabaseVariable, Variable<string | undefined>>;

const databaseVariable = (part: string): DatabaseVariable => `DATABASE_URL_${part.toUpperCase()}`;
const ownerVariable = (part: string): DatabaseVariable => `DATABASE_OWNER_URL_${part.toUpperCase()}`;
const urlVariable = (part: string): string => `SUBGRAPH_${part.toUpperCase()}_URL`;

/** Recognizes the variables of databases, which the launcher sets for each part. */
const isDatabaseUrl = (name: string): boolean => /^DATABASE_(OWNER_)?URL/.test(name);

/** A subgraph prefers it to the password of its URL: for an embedded database it would be the wrong one. */
const isDatabasePassword = (name: string): boolean => /^DATABASE_(OWNER_)?PASSWORD(_FILE)?$/.test(name);

const FIXED = {
  PORT: variable(
    integerBetween(0, 65535).default(4000),
    '网关端口，0 为任意空闲端口 · port of the gateway, 0 for any free port',
    '4000',
  ),
  MTG_DATA_DIR: variable(z.string().optional(), '数据目录 · data directory', '/var/lib/mentougou'),
  LOG_FORMAT: logFormatVariable,
  OIDC_ISSUER: variable(
    z.string().optional(),
    '令牌签发者；设置后不启动开发用签发者，此变量与 OIDC_AUDIENCE、JWKS_URL 原样传给各子图 · token issuer. When set, the development issuer is not started, and this variable, OIDC_AUDIENCE and JWKS_URL are passed to the subgraphs unchanged',
    'https://sso.example.cn/realms/mentougou',
  ),
  JWKS_URL: variable(
    z.string().optional(),
    '签发者的公钥地址，只与 OIDC_ISSUER 一同设置 · URL of the issuer’s public keys. Set it only together with OIDC_ISSUER',
    'https://sso.example.cn/realms/mentougou/protocol/openid-connect/certs',
  ),
};

const POSTGRES_URL = z
  .url({ protocol: /^postgres(ql)?$/, error: '须为 postgresql:// 地址 · must be a postgresql:// URL' })
  .optional();

/** The parts that have a database. */
const STORING = [...SUBGRAPHS, INSIGHT];

const DATABASES: DatabaseVariables = Object.fromEntries(
  STORING.flatMap(({ name, title }) => [
    [
      databaseVariable(name),
      variable(
        POSTGRES_URL,
        `${title}的数据库，以提供服务的角色登录，设置后不启动内嵌数据库 · database of this part, with the login of the serving role. When set, no embedded database is started`,
        `postgresql://${name}_runtime:password@127.0.0.1:5432/${name}`,
      ),
    ],
    [
      ownerVariable(name),
      variable(
        POSTGRES_URL,
        `同一数据库，以所有者登录（迁移和导入用），与 ${databaseVariable(name)} 一同设置 · the same database with the login of its owner, for migrations and imports. Set it together with ${databaseVariable(name)}`,
        `postgresql://${name}:password@127.0.0.1:5432/${name}`,
      ),
    ],
  ]),
);

const VARIABLES: typeof FIXED & DatabaseVariables = { ...FIXED, ...DATABASES };

/** Settings that the launcher reads from its environment. */
export interface LauncherConfig {
  readonly port: number;
  /** As given, perhaps relative to the working directory. */
  readonly dataDirectory: string | undefined;
  /** Databases that others run, by part. */
  readonly databases: ReadonlyMap<string, DatabaseUrls>;
  /** Another issuer issues the tokens; the parts find out whose count from the launcher's own environment. */
  readonly externalIssuer: boolean;
}

/** Kinds of parts, by the way in which the launcher treats them. */
export type PartKind = 'issuer' | 'subgraph' | 'insight' | 'gateway';

/** Addresses of a database: for the serving role, and for its owner. */
export interface DatabaseUrls {
  readonly databaseUrl: string;
  readonly ownerDatabaseUrl: string;
}

/** @throws ConfigurationError listing all that is wrong */
export function readConfig(environment: Environment = ENVIRONMENT): LauncherConfig {
  const values = readVariables(VARIABLES, environment);
  const databases = new Map<string, DatabaseUrls>();
  const problems: string[] = [];
  for (const { name } of STORING) {
    const databaseUrl = values[databaseVariable(name)];
    const ownerDatabaseUrl = values[ownerVariable(name)];
    if (databaseUrl !== undefined && ownerDatabaseUrl !== undefined) {
      databases.set(name, { databaseUrl, ownerDatabaseUrl });
    } else if (databaseUrl !== ownerDatabaseUrl) {
      problems.push(
        halfNamed(name, databaseUrl === undefined ? databaseVariable(name) : ownerVariable(name)),
      );
    }
  }
  const externalIssuer = values.OIDC_ISSUER !== undefined;
  if (!externalIssuer) problems.push(...issuerProblems(environment, values.JWKS_URL));
  if (problems.length > 0) throw new ConfigurationError(problems);
  return { port: values.PORT, dataDirectory: values.MTG_DATA_DIR, databases, externalIssuer };
}

/** Readers of the data directory can sign any token of the development issuer, so production uses its own issuer. */
function issuerProblems(environment: Environment, jwksUrl: string | undefined): readonly string[] {
  if (environment['NODE_ENV'] !== 'production' && jwksUrl === undefined) return [];
  return [
    `OIDC_ISSUER: 缺少。${jwksUrl === undefined ? '生产环境（NODE_ENV=production）不启动开发用签发者' : '已设置 JWKS_URL'}，请指明令牌签发者 · ` +
      `missing. ${jwksUrl === undefined ? 'In production (NODE_ENV=production) no development issuer is started' : 'JWKS_URL is set'}: set it to the token issuer. ` +
      `例 · e.g. OIDC_ISSUER=${FIXED.OIDC_ISSUER.example}`,
  ];
}

const halfNamed = (part: string, missing: DatabaseVariable): string =>
  `${missing}: 缺少。提供服务的角色不得修改表结构，因此 ${databaseVariable(part)} 与 ${ownerVariable(part)} 两者都要设置 · ` +
  `missing. The serving role must not be able to change the schema, so both ${databaseVariable(part)} and ${ownerVariable(part)} are required. ` +
  `例 · e.g. ${missing}=${DATABASES[missing]?.example ?? ''}`;

export const describeConfig = (): string => describeVariables(VARIABLES);

/** `MTG_DATA_DIR` alone, for programs that only look for the data. */
export const dataDirectoryFromEnvironment = (environment: Environment = ENVIRONMENT): string | undefined =>
  readVariables({ MTG_DATA_DIR: FIXED.MTG_DATA_DIR }, environment).MTG_DATA_DIR;

/**
 * How the launcher writes; before all else is read, so that it can say what is wrong with the rest. A value that is no
 * format is among that.
 */
export const outputFormat = (environment: Environment = ENVIRONMENT): LogFormat =>
  environment['LOG_FORMAT']?.trim() === 'json' ? 'json' : 'readable';

/** True when `npm start` runs this process: the death of npm's shell then means that it shall stop. */
export const isRunByNpm = (environment: Environment = ENVIRONMENT): boolean =>
  environment['npm_lifecycle_event'] !== undefined;

/** Where the gateway finds a subgraph that this launcher does not start, if the environment says so. */
export const externalSubgraphUrl = (
  part: string,
  environment: Environment = ENVIRONMENT,
): string | undefined => environment[urlVariable(part)];

/** The environment of a program that finds the databases in the list of what runs. */
export const guestEnvironment = (environment: Environment = ENVIRONMENT): Environment =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !isDatabaseUrl(name) && !isDatabasePassword(name)),
  );

/** Environment of a part beyond the launcher's own. */
export interface PartSettings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl?: string;
  readonly ownerDatabaseUrl?: string;
  /** The database is external: its passwords may be in `DATABASE_PASSWORD` and `DATABASE_OWNER_PASSWORD`. */
  readonly externalDatabase?: boolean;
  /** GraphQL URLs of the subgraphs, by part; only the gateway has them. */
  readonly subgraphUrls?: ReadonlyMap<string, string>;
  /** Whatever else the launcher decides for this part. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Defaults for variables that the launcher's own environment does not set. */
  readonly defaults?: Readonly<Record<string, string>>;
}

/** Features that are off by default and that `npm start` turns on, for people who try the platform. */
const FOR_TRIALS: Readonly<Record<string, string>> = { INTROSPECTION: 'on', BROWSER_PAGE: 'on' };

/** Without it graphql-js looks twice at each type that it meets, which takes a street 6 % of its processor time. */
const FOR_SERVING: Readonly<Record<string, string>> = { NODE_ENV: 'production' };

/** Directories for what is not in databases. */
function filesOf(kind: PartKind, dataDirectory: string, part: string): Readonly<Record<string, string>> {
  if (kind === 'insight') return { JOBS_DIR: join(dataDirectory, 'jobs') };
  const isStreet = STREETS.some(({ name }) => name === part);
  return isStreet ? { ATTACHMENTS_STORE: join(dataDirectory, 'attachments', part) } : {};
}

/** Variables for a part that the launcher's own environment does not set. The issuer refuses to run in production. */
export const defaultsOf = (
  kind: PartKind,
  place?: { readonly dataDirectory: string; readonly part: string },
): Readonly<Record<string, string>> => {
  if (kind === 'issuer') return FOR_TRIALS;
  return { ...FOR_TRIALS, ...FOR_SERVING, ...(place && filesOf(kind, place.dataDirectory, place.part)) };
};

/**
 * The environment of a part: the launcher's own, without the databases of the other parts, and with what the launcher
 * decides in place of what the launcher's own environment says under the same name.
 */
export function partEnvironment(settings: PartSettings, environment: Environment = ENVIRONMENT): Environment {
  const own: Record<string, string> = {
    ...settings.variables,
    PORT: String(settings.port),
    HOST: settings.host,
    // The launcher reads the lines of its parts, and renders them where a person does.
    LOG_FORMAT: 'json',
  };
  if (settings.databaseUrl !== undefined) own['DATABASE_URL'] = settings.databaseUrl;
  if (settings.ownerDatabaseUrl !== undefined) own['DATABASE_OWNER_URL'] = settings.ownerDatabaseUrl;
  for (const [part, url] of settings.subgraphUrls ?? []) own[urlVariable(part)] = url;
  const inherited = Object.entries(environment).filter(
    ([name]) =>
      !isDatabaseUrl(name) &&
      (settings.externalDatabase === true || !isDatabasePassword(name)) &&
      // `NAME_FILE` would take precedence over a `NAME` that is set here.
      own[name.replace(/_FILE$/, '')] === undefined,
  );
  return { ...settings.defaults, ...Object.fromEntries(inherited), ...own };
}
