import { createErrorMask, type Logger } from '@mtg/service-kit';
import type { GraphQLFormattedError } from 'graphql';
import { SubgraphError } from './subgraph/errors';

/**
 * The last step before an answer leaves. Errors about subgraphs were written for the client where they arose; what
 * the gateway adds to them (names of services, paths of the query plan) is dropped. Everything else, such as an error
 * of the query planner, goes through the mask that all processes share.
 */
export function createGatewayErrorMask(
  logger: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  const mask = createErrorMask(logger);
  return (formatted, error) => {
    const ours = subgraphErrorIn(error);
    if (!ours) return mask(formatted, error);
    return { message: ours.message, ...(ours.path && { path: ours.path }), extensions: ours.extensions };
  };
}

/** The gateway wraps what a data source reports. */
function subgraphErrorIn(error: unknown): SubgraphError | undefined {
  if (error instanceof SubgraphError) return error;
  const original = error instanceof Error && 'originalError' in error ? error.originalError : undefined;
  return original instanceof SubgraphError ? original : undefined;
}
