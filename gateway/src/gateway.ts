import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  CLIENT_LIMITS,
  commonApolloOptions,
  ConfigurationError,
  createHttpServer,
  inputErrorsPlugin,
  limitRate,
  listen,
  mountGraphQL,
  mountHealth,
  requestIdPlugin,
  sizePlugins,
  type Logger,
  type RunningService,
} from '@mtg/service-kit';
import { compressAnswers } from './compression';
import { OperationState, type GatewayContext } from './context';
import { createGatewayErrorMask } from './error-mask';
import { createFederation } from './federation';
import { forwardAnalysis } from './forward/forward-analysis';
import { ATTACHMENT_ROUTES, bringsFile, forwardAttachments } from './forward/forward-attachments';
import { DOCUMENTS_ROUTE, forwardDocuments } from './forward/forward-documents';
import { introspectionPartsRule } from './introspection-parts-rule';
import { keyAliasRule } from './key-alias-rule';
import { mountBrowserPage } from './page/mount';
import { limitPreparation } from './preparation/limit';
import { PreparedDocuments } from './preparation/prepared-documents';
import { preparationPlugin } from './preparation/stopwatch';
import { checkSubgraphs } from './readiness';
import { refusalsPlugin } from './refusals-plugin';
import { operationNamePlugin } from './operation-name-plugin';
import type { SubgraphEndpoint } from './subgraph/endpoint';
import { unusableSupergraph } from './supergraph-file';

/** The program for analysis says within so long whether it runs. */
const PULSE_MS = 5000;

/** A street lays a document out within so long. */
const DOCUMENT_MS = 30_000;

export interface GatewayOptions {
  /** The text of the composed supergraph. */
  readonly supergraphSdl: string;
  /** Where each subgraph of the supergraph answers. */
  readonly subgraphs: readonly SubgraphEndpoint[];
  /** For a whole operation; without it, each fetch has its subgraph's limit to itself. */
  readonly timeoutMs?: number;
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly logger: Logger;
  /** True if clients may query the schema (default false). */
  readonly introspection?: boolean;
  /** True if browsers get the query page (default false). */
  readonly browserPage?: boolean;
  /** With one token; no limit unless said so. */
  readonly requestsPerMinute?: number;
  /** Percent of the thread that one client's new documents may take; no limit unless said so. */
  readonly preparationShare?: number;
  readonly connectionsPerAddress?: number;
  /** Where `/bi` and `/odata` are forwarded to; without it the gateway has neither. */
  readonly insightUrl?: string;
  /** How long an answer from there may take to begin, in milliseconds (default 60 000). */
  readonly analysisTimeoutMs?: number;
  /** Addresses of proxies in front. */
  readonly proxies?: readonly string[];
}

/** A gateway that listens. */
export interface Gateway extends RunningService {
  /** e.g. `http://127.0.0.1:4000`; GraphQL is at `/graphql`. */
  readonly address: string;
}

/**
 * Starts the gateway. No subgraph needs to be up: `/readyz` says which are.
 *
 * @throws ConfigurationError when the supergraph cannot be used
 * @throws Error of the socket when it cannot listen (EADDRINUSE …)
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { logger, subgraphs } = options;
  const { gateway, schema, plans, transports } = createFederation(options.supergraphSdl, subgraphs, logger);
  const closeTransports = () => Promise.all([...transports.values()].map((transport) => transport.close()));
  const documents = new PreparedDocuments();
  const kind = { limits: CLIENT_LIMITS, introspection: options.introspection ?? false };
  const common = commonApolloOptions(kind);
  const apollo = new ApolloServer<GatewayContext>({
    gateway,
    logger,
    documentStore: documents,
    ...common,
    validationRules: [...common.validationRules, keyAliasRule(schema), introspectionPartsRule],
    formatError: createGatewayErrorMask(logger),
    plugins: [
      preparationPlugin,
      ...sizePlugins(kind),
      operationNamePlugin,
      requestIdPlugin,
      inputErrorsPlugin(kind),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // An APOLLO_KEY that happens to be in the environment must not make the gateway send queries to its vendor.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      refusalsPlugin(transports, logger),
    ],
  });
  try {
    await apollo.start();
  } catch (error) {
    await closeTransports();
    if (error instanceof ConfigurationError) throw error;
    throw unusableSupergraph(`超图无法使用 · the supergraph cannot be used: ${String(error)}`);
  }

  const app = createHttpServer(logger, { ...options, longBodies: bringsFile });
  const limited = new Set(['/graphql', DOCUMENTS_ROUTE, ...ATTACHMENT_ROUTES]);
  const isLimited = (route: string | undefined) => route !== undefined && limited.has(route);
  await limitRate(app, isLimited, options.requestsPerMinute ?? 0);
  limitPreparation(
    app,
    '/graphql',
    options.preparationShare ?? 0,
    (document, plan) => documents.has(document) && plans.has(plan),
  );
  await compressAnswers(app);
  mountGraphQL(
    app,
    apollo,
    (request) => ({ ...request, operation: new OperationState(options.timeoutMs) }),
    options.browserPage ? { browserPage: mountBrowserPage(app) } : {},
  );
  forwardDocuments(app, subgraphs, DOCUMENT_MS, logger);
  forwardAttachments(app, subgraphs, logger);
  if (options.insightUrl !== undefined) {
    const limits = { answerMs: options.analysisTimeoutMs ?? 60_000, pulseMs: PULSE_MS };
    await forwardAnalysis(app, options.insightUrl, limits, logger);
  }
  mountHealth(app, () => checkSubgraphs(transports));
  const stop = async () => {
    await app.close();
    await apollo.stop();
    await closeTransports();
  };
  try {
    return { address: await listen(app, options), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
