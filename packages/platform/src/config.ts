import {
  describeVariables,
  integerBetween,
  readVariables,
  variable,
  type Environment,
  type Variable,
} from '@mtg/service-kit';
import { SUBGRAPHS } from '@mtg/subgraphs';
import { z } from 'zod';

/** The launcher's own environment; nothing else in this package reads it. */
// oxlint-disable-next-line node/no-process-env
const ENVIRONMENT: Environment = process.env;

type DatabaseVariables = Record<`DATABASE_URL_${string}`, Variable<string | undefined>>;

const databaseVariable = (part: string): `DATABASE_URL_${string}` => `DATABASE_URL_${part.toUpperCase()}`;
const urlVariable = (part: string): string => `SUBGRAPH_${part.toUpperCase()}_URL`;

/** A subgraph prefers it to the password of its URL: for an embedded database it would be the wrong one. */
const PASSWORD_VARIABLES: ReadonlySet<string> = new Set(['DATABASE_PASSWORD', 'DATABASE_PASSWORD_FILE']);

const FIXED = {
  PORT: variable(
    integerBetween(0, 65535).default(4000),
    '网关端口，0 为任意空闲端口 · port of the gateway, 0 for any free one',
    '4000',
  ),
  MTG_DATA_DIR: variable(z.string().optional(), '数据目录 · data directory', '/var/lib/mentougou'),
};

const DATABASES: DatabaseVariables = Object.fromEntries(
  SUBGRAPHS.map(({ name, title }) => [
    databaseVariable(name),
    variable(
      z
        .url({ protocol: /^postgres(ql)?$/, error: '须为 postgresql:// 地址 · must be a postgresql:// URL' })
        .optional(),
      `${title}的数据库，设置后不启动内嵌数据库 · database of this part; no embedded one is started then`,
      `postgresql://user:password@127.0.0.1:5432/${name}`,
    ),
  ]),
);

const VARIABLES: typeof FIXED & DatabaseVariables = { ...FIXED, ...DATABASES };

/** What the launcher is told by its environment. */
export interface LauncherConfig {
  readonly port: number;
  /** As given, perhaps relative to the working directory. */
  readonly dataDirectory: string | undefined;
  /** URLs of databases that others run, by part. */
  readonly databaseUrls: ReadonlyMap<string, string>;
}

/** @throws ConfigurationError listing all that is wrong */
export function readConfig(environment: Environment = ENVIRONMENT): LauncherConfig {
  const values = readVariables(VARIABLES, environment);
  const databaseUrls = new Map<string, string>();
  for (const { name } of SUBGRAPHS) {
    const url = values[databaseVariable(name)];
    if (url !== undefined) databaseUrls.set(name, url);
  }
  return { port: values.PORT, dataDirectory: values.MTG_DATA_DIR, databaseUrls };
}

export const describeConfig = (): string => describeVariables(VARIABLES);

/** `MTG_DATA_DIR` alone, for programs that only look for the data. */
export const dataDirectoryFromEnvironment = (environment: Environment = ENVIRONMENT): string | undefined =>
  readVariables({ MTG_DATA_DIR: FIXED.MTG_DATA_DIR }, environment).MTG_DATA_DIR;

/** True when `npm start` runs this process: the death of npm's shell then means that it shall stop. */
export const isRunByNpm = (environment: Environment = ENVIRONMENT): boolean =>
  environment['npm_lifecycle_event'] !== undefined;

/** Where the gateway finds a subgraph that this launcher does not start, if the environment says so. */
export const externalSubgraphUrl = (
  part: string,
  environment: Environment = ENVIRONMENT,
): string | undefined => environment[urlVariable(part)];

/** What a part is told beyond the launcher's own environment. */
export interface PartSettings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl?: string;
  /** Somebody else runs the database: its password may be in `DATABASE_PASSWORD`. */
  readonly externalDatabase?: boolean;
  /** GraphQL URLs of the subgraphs, by part; only the gateway has them. */
  readonly subgraphUrls?: ReadonlyMap<string, string>;
}

/**
 * The environment of a part: the launcher's own, without the databases of the other parts, and with what the launcher
 * decides in place of what the launcher's own environment says under the same name.
 */
export function partEnvironment(settings: PartSettings, environment: Environment = ENVIRONMENT): Environment {
  const own: Record<string, string> = { PORT: String(settings.port), HOST: settings.host };
  if (settings.databaseUrl !== undefined) own['DATABASE_URL'] = settings.databaseUrl;
  for (const [part, url] of settings.subgraphUrls ?? []) own[urlVariable(part)] = url;
  const inherited = Object.entries(environment).filter(
    ([name]) =>
      !name.startsWith('DATABASE_URL') &&
      (settings.externalDatabase === true || !PASSWORD_VARIABLES.has(name)) &&
      // `NAME_FILE` would take precedence over a `NAME` that is set here.
      own[name.replace(/_FILE$/, '')] === undefined,
  );
  return { ...Object.fromEntries(inherited), ...own };
}
