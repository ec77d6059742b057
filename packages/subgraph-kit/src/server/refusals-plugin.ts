import type { ApolloServerPlugin } from '@apollo/server';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import {
  ERROR_CODES,
  refusedCommands,
  REQUEST_ERROR_CODES,
  UNKNOWN_COMMAND,
  type RefusedRequest,
} from '@mtg/service-kit';
import type { SubgraphContext } from '../context/context';
import type { SubgraphDefinition } from './definition';

/** Refuses requests with an unaccepted token, before anything is executed. */
export const refusedTokenPlugin: ApolloServerPlugin<SubgraphContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ contextValue: { refusedToken } }) => {
      if (refusedToken) throw refusedToken;
    },
  }),
};

/** Has commands recorded that were refused before they were given. To be listed last: others word the refusal. */
export const refusalsPlugin = (
  recordRefused: NonNullable<SubgraphDefinition['recordRefused']>,
): ApolloServerPlugin<SubgraphContext> => ({
  requestDidStart: async () => {
    let executed = false;
    return {
      executionDidStart: async () => {
        executed = true;
      },
      willSendResponse: async (request) => {
        if (executed) return;
        const all = [...refusedCommands(request).values()];
        await Promise.all(all.map((refused) => recordRefused(request.contextValue, refused)));
      },
    };
  },
});

/**
 * Errors with which a gateway refuses a request with commands before it asks a subgraph: it can be read, and does not fit.
 * A gateway does not look at identities; all else a subgraph finds out, and records, itself.
 */
const CODES: ReadonlySet<string> = new Set([
  ERROR_CODES.BAD_USER_INPUT.code,
  REQUEST_ERROR_CODES.GRAPHQL_VALIDATION_FAILED.code,
  REQUEST_ERROR_CODES.OPERATION_RESOLUTION_FAILURE.code,
  REQUEST_ERROR_CODES.BAD_REQUEST.code,
]);

/**
 * Decides whether a report could be genuine: the audit takes no made-up names, and no refusal that
 * he could not have had by sending the command itself.
 */
export function isPlausible({ commands, code }: RefusedRequest, schema: GraphQLSchema): boolean {
  const known = new Set([UNKNOWN_COMMAND]);
  for (const { type } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const namespace = getNamedType(type);
    if (isObjectType(namespace)) Object.keys(namespace.getFields()).forEach((name) => known.add(name));
  }
  return CODES.has(code) && commands.every((name) => known.has(name));
}
