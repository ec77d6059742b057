import { watchKeys } from '@mtg/bi-keys';
import {
  createHttpServer,
  createLogger,
  ignoredText,
  listen,
  mountHealth,
  reportPhase,
  type Logger,
  type RunningService,
} from '@mtg/service-kit';
import {
  connect,
  createDataSource,
  prepareDatabase,
  requireReadiness,
  runtimeLogin,
  withPassword,
} from '@mtg/subgraph-kit';
import { INSIGHT } from '@mtg/subgraphs';
import { prepareWarehouse, WAREHOUSE_MIGRATIONS } from '@mtg/warehouse';
import { DATASETS, FACTS } from './datasets';
import { readInsightConfig, type InsightConfig } from './config';
import { mountDoors, openDoors } from './doors';
import { readinessOf } from './readiness';
import { viewsOver } from './views-over';

const STORE = {
  name: INSIGHT.name,
  entities: [],
  migrations: [...WAREHOUSE_MIGRATIONS],
  referenceSets: () => [],
};

/** Prepares the warehouse as its owner, follows the sources, and opens the doors. */
export async function startInsight(): Promise<RunningService> {
  const config = readInsightConfig();
  const logger = createLogger(INSIGHT.name, config.LOG_LEVEL, config.LOG_FORMAT);
  const ignored = ignoredText();
  if (ignored !== undefined) logger.warn(ignored);
  await prepare(config, logger);
  await requireRole(config, logger);
  const databaseUrl = withPassword(config.DATABASE_OWNER_URL, config.DATABASE_OWNER_PASSWORD);
  const prepared = await prepareWarehouse({
    databaseUrl,
    sources: config.sources,
    facts: FACTS,
    viewsOver: viewsOver(DATASETS, config.STALE_AFTER_SECONDS),
    staleAfterSeconds: config.STALE_AFTER_SECONDS,
    serving: [runtimeLogin(config.DATABASE_URL, config.DATABASE_PASSWORD).role],
    logger,
  });
  const doors = openDoors(config, logger);
  const app = createHttpServer(logger, { proxies: config.TRUST_PROXY });
  mountHealth(app, () => readinessOf(doors.pool));
  await mountDoors(app, doors, config);
  // The schema keeps this process busy for seconds, in which a connection would be given up.
  const warehouse = prepared.follow();
  const keys = watchKeys({ databaseUrl, logger });
  const address = await listen(app, { host: config.HOST, port: config.PORT });
  reportPhase('listening', address);
  return {
    stop: async () => {
      await app.close();
      await keys.stop();
      await warehouse.stop();
      await doors.pool.end();
    },
  };
}

/** Makes sure that the role that serves may do that and no more. */
async function requireRole(config: InsightConfig, logger: Logger): Promise<void> {
  const database = createDataSource({
    ...STORE,
    url: config.DATABASE_URL,
    password: config.DATABASE_PASSWORD,
    poolSize: 2,
    logger,
  });
  await connect(database, config.DATABASE_WAIT_SECONDS, logger);
  try {
    await requireReadiness(database, STORE);
  } finally {
    await database.destroy();
  }
}

/** Claims and migrates the database of the warehouse, and lets the role that serves do what it may. */
async function prepare(config: InsightConfig, logger: Logger): Promise<void> {
  const owner = createDataSource({
    ...STORE,
    url: config.DATABASE_OWNER_URL,
    password: config.DATABASE_OWNER_PASSWORD,
    poolSize: 2,
    logger,
    unlimited: true,
  });
  reportPhase('connecting');
  await connect(owner, config.DATABASE_WAIT_SECONDS, logger, 'DATABASE_OWNER_URL');
  try {
    const runtime = runtimeLogin(config.DATABASE_URL, config.DATABASE_PASSWORD);
    await prepareDatabase(owner, STORE, runtime, { logger, onPhase: reportPhase });
  } finally {
    await owner.destroy();
  }
}
