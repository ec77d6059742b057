import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import {
  commonApolloOptions,
  inputErrorsPlugin,
  requestIdPlugin,
  sizePlugins,
  SUBGRAPH_LIMITS,
  type createErrorMask,
  type Logger,
  type RequestContext,
} from '@mtg/service-kit';
import type { GraphQLSchema } from 'graphql';
import { executedHere } from '../execution/apollo-executor';

interface ApolloParts<Context extends RequestContext> {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  readonly introspection: boolean;
  readonly formatError: ReturnType<typeof createErrorMask>;
  /** Those that come after the limits and before the sentences about wrong input. */
  readonly plugins?: readonly ApolloServerPlugin<Context>[];
  /** Those that come after all others. */
  readonly lastPlugins?: readonly ApolloServerPlugin<Context>[];
}

/** Makes the Apollo Server of a subgraph, with the limits, sentences and silence that all of them have. */
export function createSubgraphApollo<Context extends RequestContext>({
  schema,
  logger,
  introspection,
  formatError,
  plugins = [],
  lastPlugins = [],
}: ApolloParts<Context>): ApolloServer<Context> {
  const kind = { limits: SUBGRAPH_LIMITS, introspection };
  return new ApolloServer<Context>({
    gateway: executedHere(schema),
    ...commonApolloOptions(kind),
    logger,
    formatError,
    plugins: [
      ...sizePlugins(kind),
      requestIdPlugin,
      ...plugins,
      inputErrorsPlugin(kind),
      ApolloServerPluginLandingPageDisabled(),
      // These look at each field of an answer, or report it to their vendor where the environment has a key of its.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ...lastPlugins,
    ],
  });
}
