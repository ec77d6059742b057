import { dirname, join } from 'node:path';
import {
  commonVariables,
  integerBetween,
  readVariables,
  variable,
  type Environment,
  type LogFormat,
  type Variable,
} from '@mtg/service-kit';
import { FEDERATED, INSIGHT, type FederatedListing } from '@mtg/subgraphs';
import { z } from 'zod';
import { accessVariables } from './access-variables';
import type { SubgraphEndpoint } from './subgraph/endpoint';

const DEFAULT_PORT = 4000;
const DEFAULT_TIMEOUT_MS = 5000;
const DEFAULT_ANALYSIS_TIMEOUT_MS = 60_000;

/** `gateway/supergraph.graphql`, whether this file runs compiled or from its source. */
const SUPERGRAPH_FILE = join(dirname(__dirname), 'supergraph.graphql');

const milliseconds = () => integerBetween(1, 600_000);
const envName = (listing: FederatedListing, suffix: string): string =>
  `SUBGRAPH_${listing.name.toUpperCase().replaceAll('-', '_')}_${suffix}`;
const urlVariable = (listing: FederatedListing): string => envName(listing, 'URL');
const timeoutVariable = (listing: FederatedListing): string => envName(listing, 'TIMEOUT_MS');
const defaultUrl = (listing: FederatedListing): string => `http://127.0.0.1:${listing.port}/graphql`;

const fixedVariables = () => ({
  ...commonVariables(DEFAULT_PORT),
  ...accessVariables(),
  SUPERGRAPH_FILE: variable(
    z.string().default(SUPERGRAPH_FILE),
    '超图文件，由 npm run generate 生成 · supergraph file, written by npm run generate',
    'gateway/supergraph.graphql',
  ),
  SUBGRAPH_TIMEOUT_MS: variable(
    milliseconds().default(DEFAULT_TIMEOUT_MS),
    '整个查询的时限，毫秒，从收到查询起算，各子图共用 · time limit of a whole operation in milliseconds, from its arrival, shared by all subgraphs it needs',
    String(DEFAULT_TIMEOUT_MS),
  ),
  ANALYSIS_TIMEOUT_MS: variable(
    milliseconds().default(DEFAULT_ANALYSIS_TIMEOUT_MS),
    '/bi 和 /odata 的答复须在多少毫秒内开始；开始之后不限 · milliseconds within which an answer of /bi and /odata has to begin. After that there is no limit',
    String(DEFAULT_ANALYSIS_TIMEOUT_MS),
  ),
});

const urlVariables = (): Record<string, Variable<string>> =>
  Object.fromEntries(
    FEDERATED.map((listing) => [
      urlVariable(listing),
      variable(
        z
          .url({ protocol: /^https?$/, error: '须为 http 或 https 地址 · must be an http or https URL' })
          .default(defaultUrl(listing)),
        `${listing.title}子图的地址 · GraphQL endpoint of the subgraph "${listing.name}"`,
        defaultUrl(listing),
      ),
    ]),
  );

const timeoutVariables = (): Record<string, Variable<number | undefined>> =>
  Object.fromEntries(
    FEDERATED.map((listing) => [
      timeoutVariable(listing),
      variable(
        milliseconds().optional(),
        `${listing.title}子图的时限，毫秒，代替 SUBGRAPH_TIMEOUT_MS；比它长时，整个查询的时限随之延长 · time limit of this subgraph in milliseconds, instead of SUBGRAPH_TIMEOUT_MS. A longer one also extends the limit of the operation`,
        '8000',
      ),
    ]),
  );

/** Every variable of the gateway, for `--help`: the fixed ones and two for each subgraph in the list. */
export const gatewayVariables = (): Record<string, Variable<unknown>> => ({
  ...fixedVariables(),
  ...urlVariables(),
  ...timeoutVariables(),
});

export interface GatewayConfig {
  readonly port: number;
  readonly host: string;
  readonly logLevel: string;
  readonly logFormat: LogFormat | undefined;
  readonly supergraphFile: string;
  /** For a whole operation. */
  readonly timeoutMs: number;
  readonly introspection: boolean;
  readonly browserPage: boolean;
  readonly requestsPerMinute: number;
  readonly preparationShare: number;
  readonly connectionsPerAddress: number;
  readonly proxies: readonly string[];
  readonly subgraphs: readonly SubgraphEndpoint[];
  /** Where `/bi` and `/odata` are forwarded to. */
  readonly insightUrl: string;
  readonly analysisTimeoutMs: number;
}

/**
 * The one place where the gateway's process reads its environment.
 *
 * @throws ConfigurationError listing every variable that is wrong
 */
// oxlint-disable-next-line node/no-process-env
export function readGatewayConfig(environment: Environment = process.env): GatewayConfig {
  // One call, so that all mistakes are reported at once; then each group is read with its own types.
  readVariables(gatewayVariables(), environment);
  const fixed = readVariables(fixedVariables(), environment);
  const urls: Readonly<Record<string, string>> = readVariables(urlVariables(), environment);
  const timeouts: Readonly<Record<string, number | undefined>> = readVariables(
    timeoutVariables(),
    environment,
  );
  return {
    port: fixed.PORT,
    host: fixed.HOST,
    logLevel: fixed.LOG_LEVEL,
    logFormat: fixed.LOG_FORMAT,
    supergraphFile: fixed.SUPERGRAPH_FILE,
    timeoutMs: fixed.SUBGRAPH_TIMEOUT_MS,
    introspection: fixed.INTROSPECTION,
    browserPage: fixed.BROWSER_PAGE,
    requestsPerMinute: fixed.RATE_LIMIT_PER_MINUTE,
    preparationShare: fixed.PREPARATION_SHARE,
    connectionsPerAddress: fixed.CONNECTIONS_PER_ADDRESS,
    proxies: fixed.TRUST_PROXY,
    insightUrl: new URL(urls[urlVariable(INSIGHT)] ?? defaultUrl(INSIGHT)).origin,
    analysisTimeoutMs: fixed.ANALYSIS_TIMEOUT_MS,
    subgraphs: FEDERATED.map((listing) => ({
      name: listing.name,
      title: listing.title,
      url: urls[urlVariable(listing)] ?? defaultUrl(listing),
      timeoutMs: timeouts[timeoutVariable(listing)] ?? fixed.SUBGRAPH_TIMEOUT_MS,
      ...(listing.kind === 'street' && { street: listing.code }),
    })),
  };
}

/**
 * Keeps `@apollo/gateway` from sending usage data to its vendor. Its constructor reads this variable and offers no
 * option, so call this before one is made.
 */
export function disableVendorTelemetry(): void {
  // oxlint-disable-next-line node/no-process-env
  process.env['APOLLO_TELEMETRY_DISABLED'] = '1';
}
