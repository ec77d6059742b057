import type { Doors } from '@mtg/bi-doors';
import { authenticateReader, limitDoors } from '@mtg/bi-keys';
import { startJobs } from '@mtg/bi-jobs';
import { mountPage } from '@mtg/bi-page';
import { mountExports } from '@mtg/exports';
import { configuredVerifier } from '@mtg/identity';
import type { Logger } from '@mtg/service-kit';
import { mountOData } from '@mtg/odata';
import { withPassword } from '@mtg/subgraph-kit';
import { mountSummaries } from '@mtg/summaries';
import type { FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import type { InsightConfig } from './config';
import { DATASETS } from './datasets';
import { serveGraph } from './graph/serve-graph';
import { jobSettings } from './job-variables';

const CONNECT_LIMIT_MS = 10_000;

/**
 * A transaction that was forgotten keeps a new copy of a street waiting. Somewhat longer than an answer waits for its client, which
 * ends it with a line in the log.
 */
const IDLE_IN_TRANSACTION_MS = 330_000;

/** Opens the doors of the warehouse. The pool is the caller's to end. */
export function openDoors(config: InsightConfig, logger: Logger): Doors {
  const pool = new Pool({
    connectionString: withPassword(config.DATABASE_URL, config.DATABASE_PASSWORD),
    max: config.DATABASE_POOL_SIZE,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    application_name: 'doors',
  });
  // Without a listener the shutdown of the server would end this process.
  pool.on('error', (error) => logger.warn({ err: error }, 'idle database connection lost'));
  return {
    pool,
    datasets: DATASETS,
    sources: config.sources.map(({ code, title }) => ({ code, title })),
    hasParts: true,
    authenticate: authenticateReader(pool, configuredVerifier(config, logger)),
    logger,
  };
}

/** Mounts every door, behind the limits that they share, and the part of the federated schema. */
export async function mountDoors(app: FastifyInstance, doors: Doors, config: InsightConfig): Promise<void> {
  await limitDoors(app, config.RATE_LIMIT_PER_MINUTE);
  await serveGraph(app, doors, {
    introspection: config.INTROSPECTION,
    timeoutMs: config.SUBGRAPH_TIMEOUT_MS,
  });
  mountPage(app);
  mountExports(app, doors);
  mountSummaries(app, doors);
  mountOData(app, doors);
  await startJobs(app, doors, jobSettings(config));
}
