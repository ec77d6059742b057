import { QueryFailedError, type DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import type { Connection } from './guarded-statement';
import { PreparedNames } from './prepared-names';

/** A client of `pg`, as far as it is needed here. */
interface PgClient extends Connection {
  query(statement: {
    readonly name: string | undefined;
    readonly text: string;
    readonly values: readonly unknown[];
  }): Promise<{ readonly rows: readonly unknown[] }>;
  on(event: 'error', listener: (error: Error) => void): void;
  removeListener(event: 'error', listener: (error: Error) => void): void;
}

/** A connection of the pool, for one statement. */
export interface PooledConnection {
  readonly client: PgClient;
  /** Gives it back. A second call does nothing. */
  readonly release: () => void;
}

const names = new WeakMap<DataSource, PreparedNames>();

/** Takes a connection from the pool of a data source. */
export async function takeConnection({ driver }: DataSource): Promise<PooledConnection> {
  // `pg` is the only driver here.
  const taken: unknown = await (driver as PostgresDriver).obtainMasterConnection();
  const [client, giveBack] = taken as [PgClient, (error?: Error) => void];
  let isReleased = false;
  const release = (error?: Error): void => {
    if (isReleased) return;
    isReleased = true;
    client.removeListener('error', release);
    giveBack(error);
  };
  // A server that goes away meanwhile would end the process otherwise; the pool throws such a connection away.
  client.on('error', release);
  return { client, release: () => release() };
}

/**
 * Sends a statement as TypeORM's runner does, without the events and loggers around it.
 *
 * @throws QueryFailedError
 */
export async function sendStatement(
  root: DataSource,
  { client }: PooledConnection,
  sql: string,
  parameters: readonly unknown[],
): Promise<readonly unknown[]> {
  const known = names.get(root) ?? new PreparedNames();
  names.set(root, known);
  const name = known.nameOf(sql);
  const send = (under: string | undefined) => client.query({ name: under, text: sql, values: parameters });
  try {
    const { rows } = await send(name).catch((error: unknown) => {
      if (name === undefined || !isOutdated(error)) throw error;
      known.forget(sql);
      return send(undefined);
    });
    return rows;
  } catch (error) {
    throw new QueryFailedError(sql, [...parameters], error as Error);
  }
}

/** SQLSTATE of a prepared statement whose tables have changed since. */
const isOutdated = (error: unknown): boolean => (error as { readonly code?: unknown }).code === '0A000';
