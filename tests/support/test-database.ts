import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { query } from '../startup/support/query';
import { Statements } from './statements';

/** A database of a test's own on the one PostgreSQL of the `db` project. */
export interface TestDatabase {
  /** Connects as the administrator, who owns the database. */
  readonly url: string;
  /** Connects as the role that serves; it is there once the database is prepared. */
  readonly runtimeUrl: string;
  readonly name: string;
  /** Runs one statement, of whose connection the next one finds nothing. */
  query(text: string): Promise<readonly Record<string, unknown>[]>;
  /** True if a connection to it waits for a lock of another. */
  isWaiting(): Promise<boolean>;
  /** Drops the database, with its remaining connections. */
  drop(): Promise<void>;
}

/** Address of the administrator, as tests/support/start-postgres.cjs left it. */
export function adminUrl(): string {
  // oxlint-disable-next-line node/no-process-env
  const url = process.env['TEST_POSTGRES_URL'];
  if (!url) throw new Error('No TEST_POSTGRES_URL: a test with a database is named *.db.test.ts');
  return url;
}

let administrator: Statements | undefined;

/** Runs a statement in the database `postgres`. */
export function asAdministrator(text: string): Promise<readonly Record<string, unknown>[]> {
  administrator ??= new Statements(adminUrl());
  return administrator.run(text);
}

/** The environment for a child process: what it needs to run at all, and the given variables, nothing else. */
export const childEnvironment = (variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  // oxlint-disable-next-line node/no-process-env
  PATH: process.env['PATH'],
  ...variables,
});

/** Creates an empty database, with a role of its own to serve from it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdministrator(`CREATE DATABASE ${name} TEMPLATE template0`);
  const runtime = `${name}_runtime`;
  return testDatabase(name, { username: runtime, password: randomUUID() }, async () => {
    await asAdministrator(`DROP ROLE IF EXISTS ${runtime}`);
  });
}

/** A database that is there, with the login of the role that serves from it. */
export function testDatabase(
  name: string,
  runtime: { readonly username: string; readonly password: string },
  afterwards: () => Promise<void> = async () => undefined,
): TestDatabase {
  const url = Object.assign(new URL(adminUrl()), { pathname: `/${name}` }).toString();
  const statements = new Statements(url);
  return {
    url,
    runtimeUrl: Object.assign(new URL(url), runtime).toString(),
    name,
    query: (text) => statements.run(text),
    isWaiting: async () => {
      const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return (await statements.run(waiting)).length > 0;
    },
    drop: async () => {
      await statements.end();
      // Over a new connection: those of a pool that has just ended need the moment that it takes.
      await query(adminUrl(), `DROP DATABASE ${name} WITH (FORCE)`);
      await afterwards();
    },
  };
}

/** Statements sent to PostgreSQL by this process while `work` ran. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const spy = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls.map(([statement]: readonly unknown[]) =>
      typeof statement === 'string' ? statement : JSON.stringify(statement),
    );
  } finally {
    spy.mockRestore();
  }
}
