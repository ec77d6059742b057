import { createLogger, describeVariables, reportPhase, runMain, type RunningService } from '@mtg/service-kit';
import { claimDatabase } from '../database/claim';
import { createDataSource } from '../database/data-source';
import { migrate } from '../database/migrate';
import { loadReferenceSets } from '../reference/load';
import { readSubgraphConfig, subgraphVariables } from './config';
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
  const database = createDataSource({
    url: config.DATABASE_URL,
    password: config.DATABASE_PASSWORD,
    poolSize: config.DATABASE_POOL_SIZE,
    entities: definition.entities,
    migrations: definition.migrations,
    logger,
  });
  reportPhase('connecting');
  await connect(database, config.DATABASE_WAIT_SECONDS, logger);

  reportPhase('migrating');
  await claimDatabase(database, definition.name);
  const migrations = await migrate(database);
  logger.info({ migrations }, `迁移完成 · migrations run: ${migrations.length}`);

  reportPhase('loading');
  const loaded = await loadReferenceSets(database, definition.referenceSets());
  logger.info({ loaded: Object.fromEntries(loaded) }, '参考数据已装载 · reference data loaded');

  const service = await serveSubgraph(definition, database, logger, { host: config.HOST, port: config.PORT });
  reportPhase('listening', service.address);
  return service;
}
