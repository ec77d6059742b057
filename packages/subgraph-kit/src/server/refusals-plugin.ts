import type { ApolloServerPlugin } from '@apollo/server';
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import { ERROR_CODES, refusedCommands, REQUEST_ERROR_CODES, type RefusedRequest } from '@mtg/service-kit';
import type { SubgraphContext } from './context';
import type { SubgraphDefinition } from './definition';

/** Refuses, before anything is executed, whoever comes with a token that is not accepted. */
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

/** What a request can be refused with before a command is given. All else a command finds out, and records, itself. */
const CODES: ReadonlySet<string> = new Set([
  ERROR_CODES.BAD_USER_INPUT.code,
  ERROR_CODES.UNAUTHENTICATED.code,
  ERROR_CODES.IDENTITY_UNAVAILABLE.code,
  ERROR_CODES.INTERNAL_SERVER_ERROR.code,
  ...Object.keys(REQUEST_ERROR_CODES),
]);

/**
 * Whether a report that somebody sends could be one: the audit takes no names that somebody made up, and no refusal that
 * he could not have had by sending the command itself.
 */
export function isPlausible({ commands, code }: RefusedRequest, schema: GraphQLSchema): boolean {
  const known = new Set(['unknown']);
  for (const { type } of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const namespace = getNamedType(type);
    if (isObjectType(namespace)) Object.keys(namespace.getFields()).forEach((name) => known.add(name));
  }
  return CODES.has(code) && commands.every((name) => known.has(name));
}
