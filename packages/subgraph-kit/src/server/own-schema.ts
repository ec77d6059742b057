import type { ApolloServer } from '@apollo/server';
import type { Clock } from '@mtg/governance';
import { requestContext, type RequestContext } from '@mtg/service-kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';

/** A query of the subgraph's own schema. */
export interface OwnQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Asks the subgraph's own schema as who sent the request: by the same token, policy, limits and words as at `/graphql`. So a route
 * shows nothing that its reader could not ask for there.
 */
export type AskOwnSchema = (
  query: OwnQuery,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<FormattedExecutionResult>;

/** Services for the routes of a subgraph beside `/graphql`. */
export interface RouteServices {
  readonly ask: AskOwnSchema;
  readonly clock: Clock;
  readonly districtUrl: string | undefined;
}

/** Adds routes of a subgraph beside `/graphql`. */
export type MountRoutes = (app: FastifyInstance, services: RouteServices) => void;

/** Makes the way for routes to ask. */
export const askOwnSchema =
  <Context extends RequestContext>(
    apollo: ApolloServer<Context>,
    createContext: (request: RequestContext) => Promise<Context>,
  ): AskOwnSchema =>
  async ({ query, variables }, request, reply) => {
    const { body } = await apollo.executeOperation(
      { query, variables: { ...variables } },
      { contextValue: await createContext(requestContext(request, reply)) },
    );
    if (body.kind !== 'single') throw new Error('an answer to a query came in parts');
    return body.singleResult;
  };
