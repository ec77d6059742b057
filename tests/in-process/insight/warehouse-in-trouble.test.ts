import type { Doors } from '@mtg/bi-doors';
import { mountExports } from '@mtg/exports';
import { mountOData } from '@mtg/odata';
import { createHttpServer, createLogger } from '@mtg/service-kit';
import { mountSummaries } from '@mtg/summaries';
import type { Pool } from 'pg';
import { serveGraph } from '../../../subgraphs/insight/src/graph/serve-graph';
import { datasets } from '../../support/bi-database';
import { startInsightService, type InsightService } from '../../support/insight-service';
import { openPool } from '../../support/test-pool';

let insight: InsightService;
beforeAll(async () => {
  insight = await startInsightService();
});
afterAll(() => insight.close());

type Server = ReturnType<typeof createHttpServer>;

/** Answers of every door over a pool. */
async function behind<T>(pool: Pool, work: (app: Server) => Promise<T>): Promise<T> {
  const logger = createLogger('doors', 'silent');
  const app = createHttpServer(logger);
  const doors: Doors = {
    pool,
    datasets,
    sources: [{ code: 'DAYU', title: '大峪街道' }],
    authenticate: async () => ({ subject: 'analyst', street: undefined, refusal: () => undefined }),
    logger,
  };
  await serveGraph(app, doors, { timeoutMs: 60_000 });
  mountExports(app, doors);
  mountSummaries(app, doors);
  mountOData(app, doors);
  try {
    return await work(app);
  } finally {
    await app.close();
    await pool.end();
  }
}

const DOORS: Readonly<Record<string, string>> = {
  file: '/bi/work_orders.csv',
  'file of a table processor': '/bi/work_orders.xlsx',
  summary: '/bi/work_orders/summary.json',
  OData: '/odata/work_orders',
};

/** Status, code and time to wait that each door answers. */
async function problems(app: Server): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const told: Record<string, readonly unknown[]> = {};
  for (const [door, url] of Object.entries(DOORS)) {
    const { statusCode, headers, body } = await app.inject({ url });
    expect(body).not.toMatch(/timeout exceeded|ECONNREFUSED|canceling statement/);
    told[door] = [statusCode, /"code":"([A-Z_]+)"/.exec(body)?.[1], headers['retry-after']];
  }
  return told;
}

const everywhere = (problem: readonly unknown[]) =>
  Object.fromEntries(Object.keys(DOORS).map((door) => [door, problem]));

test('while all connections are in use, each door says when to retry', async () => {
  const pool = openPool({ connectionString: insight.warehouse.url, max: 1 });
  const taken = await pool.connect();
  pool.options.connectionTimeoutMillis = 50;
  await behind(pool, async (app) => {
    try {
      expect(await problems(app)).toEqual(everywhere([503, 'OVERLOADED', expect.stringMatching(/^\d+$/)]));
      const { body } = await app.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query: '{ insight { workOrders { nodes { id } } } }' },
      });
      expect(body).toContain('"code":"OVERLOADED"');
    } finally {
      taken.release();
    }
  });
});

test('a warehouse that is away is told as such', async () => {
  const away = openPool({ connectionString: 'postgres://reader@127.0.0.1:9/warehouse' });
  expect(await behind(away, problems)).toEqual(everywhere([503, 'SUBGRAPH_UNAVAILABLE', undefined]));
});

test('a table that is locked while the time goes by is told as a busy warehouse', async () => {
  const pool = openPool({ connectionString: insight.warehouse.url, max: 2, statement_timeout: 200 });
  const holder = await pool.connect();
  await holder.query('BEGIN; LOCK TABLE dayu.work_order');
  await behind(pool, async (app) => {
    try {
      expect(await problems(app)).toEqual(everywhere([503, 'OVERLOADED', expect.stringMatching(/^\d+$/)]));
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
  });
});
