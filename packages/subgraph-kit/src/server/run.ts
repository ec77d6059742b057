import {
  createLogger,
  describeVariables,
  reportPhase,
  runMain,
  type RunningService,
  type Logger,
} from '@mtg/service-kit';
import type { DataSource } from 'typeorm';
import { claimDatabase } from '../database/claim';
import { createDataSource, type DatabaseOptions } from '../database/data-source';
import { migrate } from '../database/migrate';
import { loadReferenceSets } from '../reference/load';
import { readSubgraphConfig, subgraphVariables, type SubgraphConfig } from './config';
import { connect } from './connect';
import type { SubgraphDefinition } from './definition';
import { serveSubgraph } from './service';

/** The `main` of every subgraph: connects, migrates, loads the reference data, serves. */
export const runSubgraph = (definition: SubgraphDefinition): Promise<void> =>
  runMain(
    () => `用法 · Usage: node main.js [--help]

启动“${definition.title}”的子图：连接数据库、执行迁移、装载参考数据、提供服务。
Runs the subgraph "${definition.name}": connects, migrates, loads the reference data, serves.

环境变量 · Environment:
${describeVariables(subgraphVariables(definition.defaultPort))}
`,
    () => startSubgraph(definition),
  );

async function startSubgraph(definition: SubgraphDefinition): Promise<RunningService> {
  const config = readSubgraphConfig(definition.defaultPort);
  const logger = createLogger(definition.name, config.LOG_LEVEL);
  await prepare(definition, config, logger);

  const database = sourceOf(definition, config, { poolSize: config.DATABASE_POOL_SIZE, logger });
  await connect(database, config.DATABASE_WAIT_SECONDS, logger);
  const service = await serveSubgraph(definition, database, logger, { host: config.HOST, port: config.PORT });
  reportPhase('listening', service.address);
  return service;
}

/** Brings the database to what this version needs, over connections of its own: a migration may take its time. */
async function prepare(
  definition: SubgraphDefinition,
  config: SubgraphConfig,
  logger: Logger,
): Promise<void> {
  const database = sourceOf(definition, config, { poolSize: 2, logger, unlimited: true });
  reportPhase('connecting');
  await connect(database, config.DATABASE_WAIT_SECONDS, logger);
  try {
    reportPhase('migrating');
    await claimDatabase(database, definition.name);
    const migrations = await migrate(database);
    logger.info({ migrations }, `迁移完成 · migrations run: ${migrations.length}`);

    reportPhase('loading');
    const loaded = await loadReferenceSets(database, definition.referenceSets());
    const changed = [...loaded].filter(([, { inserted, updated }]) => inserted + updated > 0);
    logger.info({ changed: Object.fromEntries(changed) }, '参考数据已装载 · reference data loaded');
  } finally {
    await database.destroy();
  }
}

const sourceOf = (
  { entities, migrations }: SubgraphDefinition,
  config: SubgraphConfig,
  options: Pick<DatabaseOptions, 'poolSize' | 'logger' | 'unlimited'>,
): DataSource =>
  createDataSource({
    url: config.DATABASE_URL,
    password: config.DATABASE_PASSWORD,
    entities,
    migrations,
    ...options,
  });
