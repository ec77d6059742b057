import { createLogger, describeVariables, reportPhase, runMain, type RunningService } from '@mtg/service-kit';
import { gatewayVariables, readGatewayConfig } from './config';
import { startGateway } from './gateway';
import { readSupergraphFile } from './supergraph-file';

const help = (): string => `用法 · Usage: node main.js [--help]

启动网关：载入超图，把各街道与区级子图合成一个 GraphQL 接口。
Runs the gateway: loads the supergraph and serves all streets and the district as one GraphQL API.

环境变量 · Environment:
${describeVariables(gatewayVariables())}
`;

async function start(): Promise<RunningService> {
  const config = readGatewayConfig();
  const logger = createLogger('gateway', config.logLevel, config.logFormat);
  const gateway = await startGateway({
    ...config,
    supergraphSdl: await readSupergraphFile(config.supergraphFile),
    logger,
  });
  reportPhase('listening', gateway.address);
  return gateway;
}

void runMain(help, start);
