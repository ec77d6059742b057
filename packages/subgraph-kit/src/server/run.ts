import { configuredVerifier, issuerProbe } from '@mtg/identity';
import {
  askDirectly,
  createLogger,
  describeVariables,
  ignoredText,
  reportPhase,
  runMain,
  type RunningService,
  type Logger,
} from '@mtg/service-kit';
import { openFiles } from '@mtg/storage';
import { createDataSource } from '../database/data-source';
import { runtimeLogin } from '../database/runtime-login';
import type { WarehouseLogin } from '../sharing/warehouse-login';
import { readSubgraphConfig, subgraphVariables, type SubgraphConfig } from './config';
import { connect } from './connect';
import type { SubgraphDefinition } from './definition';
import { prepareDatabase, requireReadiness } from './prepare';
import { DISTRICT_OWNER, serveSubgraph } from './service';

/** The `main` of every subgraph: prepares the database as its owner, then serves as a role with fewer privileges. */
export const runSubgraph = (definition: SubgraphDefinition): Promise<void> =>
  runMain(
    () => `用法 · Usage: node main.js [--help]

启动“${definition.title}”的子图：以所有者连接数据库，执行迁移、装载参考数据、授权；再以权限较少的角色提供服务。
Runs the subgraph "${definition.name}": migrates, loads reference data and grants privileges as the owner of the database. Then it
serves as a role with fewer privileges.

环境变量 · Environment:
${describeVariables(subgraphVariables(definition.defaultPort))}
`,
    () => startSubgraph(definition),
  );

async function startSubgraph(definition: SubgraphDefinition): Promise<RunningService> {
  const config = readSubgraphConfig(definition.defaultPort);
  const logger = createLogger(definition.name, config.LOG_LEVEL, config.LOG_FORMAT);
  const ignored = ignoredText();
  if (ignored !== undefined) logger.warn(ignored);
  askDirectly([
    ...config.AUDIT_URLS.values(),
    ...(config.DISTRICT_URL === undefined ? [] : [config.DISTRICT_URL]),
  ]);
  const files = await openFiles(config);
  await prepare(definition, config, logger);

  const database = createDataSource({
    ...definition,
    url: config.DATABASE_URL,
    password: config.DATABASE_PASSWORD,
    poolSize: config.DATABASE_POOL_SIZE,
    statementTimeoutMs: config.SUBGRAPH_TIMEOUT_MS,
    logger,
  });
  await connect(database, config.DATABASE_WAIT_SECONDS, logger);
  await requireReadiness(database, definition);
  const at = { host: config.HOST, port: config.PORT };
  const service = await serveSubgraph(definition, database, logger, at, {
    authenticate: configuredVerifier(config, logger),
    districtUrl: config.DISTRICT_URL,
    files,
    introspection: config.INTROSPECTION,
    timeoutMs: config.SUBGRAPH_TIMEOUT_MS,
    issuerAnswers: issuerProbe(config),
    taskSettings: {
      sweepSeconds: config.SWEEP_SECONDS,
      files,
      ...(config.MESSAGES_WEBHOOK_URL !== undefined && {
        messagesWebhook: { url: config.MESSAGES_WEBHOOK_URL, secret: config.MESSAGES_WEBHOOK_SECRET },
      }),
      // Streets and district witness each other: none can write its own history anew unseen.
      auditUrls: new Map([
        ...config.AUDIT_URLS,
        ...(config.DISTRICT_URL === undefined ? [] : [[DISTRICT_OWNER, config.DISTRICT_URL] as const]),
      ]),
    },
  });
  reportPhase('listening', service.address);
  return service;
}

/**
 * Brings the database to what this version needs, as its owner and over connections of its own (a migration may take its
 * time). They are closed when it is done: who serves is another.
 */
async function prepare(
  definition: SubgraphDefinition,
  config: SubgraphConfig,
  logger: Logger,
): Promise<void> {
  const runtime = runtimeLogin(config.DATABASE_URL, config.DATABASE_PASSWORD);
  const owner = createDataSource({
    ...definition,
    url: config.DATABASE_OWNER_URL,
    password: config.DATABASE_OWNER_PASSWORD,
    poolSize: 2,
    logger,
    unlimited: true,
  });
  reportPhase('connecting');
  await connect(owner, config.DATABASE_WAIT_SECONDS, logger, 'DATABASE_OWNER_URL');
  try {
    await prepareDatabase(
      owner,
      definition,
      runtime,
      { logger, onPhase: reportPhase },
      warehouseLogin(config),
    );
  } finally {
    await owner.destroy();
  }
}

const warehouseLogin = ({
  WAREHOUSE_ROLE: role,
  WAREHOUSE_PASSWORD: password,
}: SubgraphConfig): WarehouseLogin | undefined => (role === undefined ? undefined : { role, password });
