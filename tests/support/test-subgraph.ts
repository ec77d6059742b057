import type { Actor } from '@mtg/access';
import { createLogger } from '@mtg/service-kit';
import {
  createDataSource,
  prepareDatabase,
  requireReadiness,
  runtimeLogin,
  serveSubgraph,
  type Callers,
  type SubgraphDefinition,
} from '@mtg/subgraph-kit';
import type { DataSource } from 'typeorm';
import { post } from './post';
import { authenticate, tokenOf } from './tokens';
import { createPreparedDatabase, type PreparedWith } from './template-database';
import { createTestDatabase, type TestDatabase } from './test-database';

/** A subgraph's database, migrated and loaded as at its start. */
export interface LoadedSubgraph {
  /** As the owner, who may write reference data. */
  readonly database: DataSource;
  /** As the role that serves; what it lacks a right for fails here as it would in production. */
  readonly runtime: DataSource;
  readonly store: TestDatabase;
  close(): Promise<void>;
}

export interface GraphQLAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
}

/** A subgraph that listens on a free port. */
export interface TestSubgraph extends LoadedSubgraph {
  readonly address: string;
  ask(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    request?: RequestOptions,
  ): Promise<GraphQLAnswer>;
  /** A second process's worth of it over the same database, as while a street is upgraded. */
  another(): Promise<TestSubgraph>;
}

/** The caller, and the `Idempotency-Key` of a command. */
export interface RequestOptions {
  readonly as?: Actor | undefined;
  readonly key?: string | undefined;
}

const silent = createLogger('test', 'silent');

/** Connects to a fresh database in the state in which the subgraph serves. */
export async function loadTestSubgraph(
  definition: SubgraphDefinition,
  contents: PreparedWith = {},
): Promise<LoadedSubgraph> {
  return connect(definition, await createPreparedDatabase(definition, contents));
}

/** The same with a role of its own that serves, for a test that changes the role. */
export async function startWithOwnRole(
  definition: SubgraphDefinition,
  surroundings: Omit<Callers, 'authenticate'> = {},
): Promise<TestSubgraph> {
  const store = await createTestDatabase();
  const owner = await createDataSource({ ...definition, url: store.url }).initialize();
  await prepareDatabase(owner, definition, runtimeLogin(store.runtimeUrl, undefined), { logger: silent });
  await owner.destroy();
  const loaded = await connect(definition, store);
  return serve(definition, surroundings, loaded, loaded.close);
}

/** Waits long for a connection: on a slow machine it is neither the server nor the pool that is tested. */
const dataSourceOf = (definition: SubgraphDefinition, url: string): DataSource =>
  createDataSource({ ...definition, url }).setOptions({ connectTimeoutMS: 60_000 });

async function connect(definition: SubgraphDefinition, store: TestDatabase): Promise<LoadedSubgraph> {
  const database = await dataSourceOf(definition, store.url).initialize();
  const runtime = await dataSourceOf(definition, store.runtimeUrl).initialize();
  await requireReadiness(runtime, definition);
  return {
    database,
    runtime,
    store,
    close: async () => {
      if (runtime.isInitialized) await runtime.destroy();
      await database.destroy();
      await store.drop();
    },
  };
}

export async function startTestSubgraph(
  definition: SubgraphDefinition,
  { sample, ...surroundings }: Omit<Callers, 'authenticate'> & PreparedWith = {},
): Promise<TestSubgraph> {
  const loaded = await loadTestSubgraph(definition, { sample });
  return serve(definition, surroundings, loaded, loaded.close);
}

async function serve(
  definition: SubgraphDefinition,
  surroundings: Omit<Callers, 'authenticate'>,
  loaded: LoadedSubgraph,
  close: () => Promise<void>,
): Promise<TestSubgraph> {
  const at = { host: '127.0.0.1', port: 0 };
  const service = await serveSubgraph(definition, loaded.runtime, silent, at, {
    authenticate,
    introspection: true,
    timeoutMs: 60_000,
    ...surroundings,
  });
  return {
    ...loaded,
    address: service.address,
    ask: (query, variables, request) => ask(service.address, query, variables, request),
    another: async () => {
      const runtime = await dataSourceOf(definition, loaded.store.runtimeUrl).initialize();
      // Stopping the service closes its connections; the database is the first one's.
      return serve(definition, surroundings, { ...loaded, runtime }, async () => undefined);
    },
    close: async () => {
      await service.stop();
      await close();
    },
  };
}

/** Sends an operation to a subgraph over HTTP. */
export async function ask(
  address: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
  { as, key }: RequestOptions = {},
): Promise<GraphQLAnswer> {
  const text = await post(
    `${address}/graphql`,
    {
      ...(as && { authorization: `Bearer ${await tokenOf(as)}` }),
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    JSON.stringify({ query, variables }),
  );
  const answer: GraphQLAnswer = JSON.parse(text);
  return answer;
}
