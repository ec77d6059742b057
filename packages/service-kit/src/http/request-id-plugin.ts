import type { ApolloServerPlugin } from '@apollo/server';
import { ERROR_CODES } from '../errors/codes';
import type { RequestContext } from './graphql-route';

/**
 * Gives every internal error the request's id, which its message tells the client to quote, and logs the id, so that
 * it leads to the request.
 */
export const requestIdPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue: { requestId }, logger, operation }) => {
      if (response.body.kind !== 'single') return;
      const { singleResult } = response.body;
      const internal =
        singleResult.errors?.filter(({ extensions }) => isInternal(extensions?.['code'])) ?? [];
      if (internal.length === 0) return;
      singleResult.errors = singleResult.errors?.map((error) =>
        internal.includes(error) ? { ...error, extensions: { ...error.extensions, requestId } } : error,
      );
      // The gateway and the subgraphs hand on the same id; the error itself stands in the log of who met it.
      logger.error(
        `internal error in operation ${operation?.name?.value ?? '(unnamed)'}, request ${requestId}`,
      );
    },
  }),
};

const isInternal = (code: unknown): boolean => code === ERROR_CODES.INTERNAL_SERVER_ERROR.code;
