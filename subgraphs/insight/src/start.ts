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
} from '@mtg/subgraph-kit';
import { INSIGHT } from '@mtg/subgraphs';
import { startWarehouse, Warehouse1700000020000 } from '@mtg/warehouse';
import { FACTS, viewsOver } from './datasets';
import { readInsightConfig, withPassword, type InsightConfig } from './config';

const STORE = {
  name: INSIGHT.name,
  entities: [],
  migrations: [Warehouse1700000020000],
  referenceSets: () => [],
};

/** Prepares the warehouse as its owner, follows the sources, and says whether it is ready. */
export async function startInsight(): Promise<RunningService> {
  const config = readInsightConfig();
  const logger = createLogger(INSIGHT.name, config.LOG_LEVEL, config.LOG_FORMAT);
  const ignored = ignoredText();
  if (ignored !== undefined) logger.warn(ignored);
  await prepare(config, logger);
  const database = createDataSource({
    ...STORE,
    url: config.DATABASE_URL,
    password: config.DATABASE_PASSWORD,
    logger,
  });
  await connect(database, config.DATABASE_WAIT_SECONDS, logger);
  await requireReadiness(database, STORE);
  const app = createHttpServer(logger);
  const isThere = () =>
    database.query('SELECT 1').then(
      () => true,
      () => false,
    );
  mountHealth(app, async () => [{ name: 'database', ready: await isThere() }]);
  const address = await listen(app, { host: config.HOST, port: config.PORT });
  const warehouse = await startWarehouse({
    databaseUrl: withPassword(config.DATABASE_OWNER_URL, config.DATABASE_OWNER_PASSWORD),
    sources: config.sources,
    facts: FACTS,
    viewsOver,
    logger,
  });
  reportPhase('listening', address);
  return {
    stop: async () => {
      await app.close();
      await warehouse.stop();
      await database.destroy();
    },
  };
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
