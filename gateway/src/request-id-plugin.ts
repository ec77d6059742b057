import type { ApolloServerPlugin } from '@apollo/server';
import { ERROR_CODES } from '@mtg/service-kit';
import type { GatewayContext } from './context';

/** Gives every internal error the request's id, which its message tells the client to quote. */
export const requestIdPlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    willSendResponse: async ({ response, contextValue }) => {
      if (response.body.kind !== 'single' || !response.body.singleResult.errors) return;
      const { singleResult } = response.body;
      singleResult.errors = singleResult.errors?.map((error) =>
        error.extensions?.['code'] === ERROR_CODES.INTERNAL_SERVER_ERROR.code
          ? { ...error, extensions: { ...error.extensions, requestId: contextValue.requestId } }
          : error,
      );
    },
  }),
};
