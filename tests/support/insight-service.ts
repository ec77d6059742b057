import type { Actor } from '@mtg/access';
import { readerOf, type Doors } from '@mtg/bi-doors';
import { createHttpServer, createLogger, listen, refuse } from '@mtg/service-kit';
import { DISTRICT, STREETS } from '@mtg/subgraphs';
import { serveGraph } from '../../subgraphs/insight/src/graph/serve-graph';
import { createBiDatabase, datasets } from './bi-database';
import type { TestDatabase } from './test-database';
import { ask, type GraphQLAnswer, type RequestOptions } from './test-subgraph';
import { authenticate } from './tokens';
import { openPool } from './test-pool';

/** The insight program's part of the schema over a warehouse with rows of several streets. */
export interface InsightService {
  readonly address: string;
  readonly warehouse: TestDatabase;
  ask(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
    request?: RequestOptions,
  ): Promise<GraphQLAnswer>;
  /** Stops to answer; the warehouse stays. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Reads everything. */
export const ANALYST: Actor = { subject: 'analyst', role: 'ANALYST' };

const FRESHNESS = `CREATE VIEW bi.freshness AS SELECT street, street AS street_name, CASE WHEN state = 'FOLLOWING' AND age > 300 THEN 'BEHIND' ELSE state END AS state, 0::bigint AS first_position, now() - age * interval '1 second' AS fresh_at,
  age AS age_seconds, position, place, now() AS copied_at, problem AS problem_zh, problem AS problem_en
  FROM source_state`;

/** Serves the warehouse of createBiDatabase, with a state for each source that a test can change (`source_state`). */
export async function startInsightService(): Promise<InsightService> {
  const warehouse = await createBiDatabase();
  const codes = [...STREETS.map(({ code }) => code), 'DISTRICT'];
  await warehouse.query(`
    CREATE TABLE source_state (street text, state text, age int, position bigint, place int, problem text);
    INSERT INTO source_state VALUES ${codes.map((code, place) => `('${code}', 'FOLLOWING', 1, 100, ${place}, NULL)`).join(', ')};
    ${FRESHNESS};
    CREATE TABLE bi.removed_rows (street text, table_name text, id uuid, position bigint, removed_at timestamptz)`);
  const pool = openPool({ connectionString: warehouse.url, max: 4 });
  const logger = createLogger('insight', 'silent');
  const doors: Doors = {
    pool,
    datasets,
    sources: [
      ...STREETS.map(({ code, title }) => ({ code, title })),
      { code: 'DISTRICT', title: DISTRICT.title },
    ],
    authenticate: async (authorization) => {
      const actor = await authenticate(authorization);
      if (actor) return readerOf(actor);
      throw refuse.because('UNAUTHENTICATED', { zh: '请登录', en: 'A token is required' });
    },
    logger,
  };
  const app = createHttpServer(logger);
  await serveGraph(app, doors, { introspection: true, timeoutMs: 60_000 });
  const address = await listen(app, { host: '127.0.0.1', port: 0 });
  return {
    address,
    warehouse,
    ask: (query, variables, request = { as: ANALYST }) => ask(address, query, variables, request),
    stop: () => app.close(),
    close: async () => {
      await app.close();
      await pool.end();
      await warehouse.drop();
    },
  };
}
