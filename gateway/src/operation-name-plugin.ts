import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GatewayContext } from './context';

/**
 * Tells a client that its document holds no operation of the name it gives, or several and no name. Apollo Server
 * leaves that to graphql-js, which a gateway does not call, and the client would be told of an internal error.
 */
export const operationNamePlugin: ApolloServerPlugin<GatewayContext> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, request }) => {
      if (operation) return;
      const name = request.operationName;
      throw new GraphQLError(
        name
          ? `文档中没有 ${quoted(name)} 操作 · The document has no operation ${quoted(name)}`
          : '文档中有多个操作，请用 operationName 指明 · The document has several operations. Select one with operationName',
        { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } },
      );
    },
  }),
};

/** Only what can be a name is quoted: anything else may be words that do not belong there. */
const quoted = (name: string): string => (/^\w{1,100}$/.test(name) ? `"${name}"` : '(operationName)');
