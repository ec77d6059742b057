import type { DataSource, MixedList } from 'typeorm';
import type { Logger } from '@mtg/service-kit';
import type { Class } from './class';
import { DescribedOnce } from './described-once';
import { SnakeCaseNaming } from './naming';

export interface DatabaseOptions {
  readonly url: string;
  /** Takes the place of the one in the URL; so that a secret can come from a file. */
  readonly password?: string | undefined;
  readonly poolSize?: number;
  readonly entities: readonly Class[];
  readonly migrations: readonly Class[];
  readonly logger?: Pick<Logger, 'warn'>;
  /** Serving has limits on how long a statement may take; preparing and importing have none. */
  readonly unlimited?: boolean;
  /** That limit in milliseconds; 30 s by default. Commands set their own. */
  readonly statementTimeoutMs?: number;
}

/** A lost server must show within the gateway's timeout, as a sentence and not as a hanging request. */
const CONNECTION_TIMEOUT_MS = 3000;
const STATEMENT_TIMEOUT_MS = 30_000;

/** For a server that is there and says nothing any more: its own limit would never come. */
const ANSWER_TIMEOUT_MS = 35_000;

/** Connections of a process, unless it is told otherwise. */
export const DEFAULT_POOL_SIZE = 10;

/** A data source over `pg` that never changes the schema by itself; it is not connected yet. */
export const createDataSource = (options: DatabaseOptions): DataSource =>
  new DescribedOnce(
    {
      type: 'postgres',
      url: withPassword(options.url, options.password),
      // TypeORM's list has classes, as these have, or paths; its type of a class is Function.
      entities: [...options.entities] as unknown as MixedList<string>,
      // The same for migrations.
      migrations: [...options.migrations] as unknown as MixedList<string>,
      migrationsTableName: 'schema_migration',
      namingStrategy: new SnakeCaseNaming(),
      synchronize: false,
      poolSize: options.poolSize ?? DEFAULT_POOL_SIZE,
      connectTimeoutMS: CONNECTION_TIMEOUT_MS,
      // Without a listener the shutdown of a server would end this process.
      poolErrorHandler: (error: unknown) =>
        options.logger?.warn({ err: error }, 'idle database connection lost'),
      extra: {
        keepAlive: true,
        ...(!options.unlimited && {
          statement_timeout: options.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
          query_timeout: ANSWER_TIMEOUT_MS,
        }),
      },
    },
    options.entities,
  );

/** A URL with a password that is given apart, e.g. in a secret file. */
export function withPassword(url: string, password: string | undefined): string {
  if (password === undefined) return url;
  const parsed = new URL(url);
  parsed.password = encodeURIComponent(password);
  return parsed.toString();
}
