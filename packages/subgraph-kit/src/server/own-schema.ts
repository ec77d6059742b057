import type { ApolloServer } from '@apollo/server';
import type { Actor } from '@mtg/access';
import type { Clock } from '@mtg/governance';
import { requestContext, type RequestContext } from '@mtg/service-kit';
import type { AttachedFiles } from '@mtg/storage';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FormattedExecutionResult } from 'graphql';
import type { DataSource } from 'typeorm';

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
  /**
   * The sender of a request.
   *
   * @throws PublicError UNAUTHENTICATED for a token that is not valid
   */
  readonly callerOf: (request: FastifyRequest) => Promise<Actor | undefined>;
  readonly database: DataSource;
  readonly clock: Clock;
  /** Owner of the data: the street's code, or `DISTRICT`. */
  readonly owner: string;
  readonly districtUrl: string | undefined;
  /** Undefined where no store is configured. */
  readonly files: AttachedFiles | undefined;
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
