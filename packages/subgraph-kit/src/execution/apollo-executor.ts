import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import { execute, type GraphQLSchema } from 'graphql';
import { createExecutor } from './executor';

/** Has an Apollo Server execute by our executor. Its option for that is called a gateway, and needs no other service. */
export function executedHere(schema: GraphQLSchema): ApolloServerOptionsWithGateway<BaseContext>['gateway'] {
  const executeOperation = createExecutor(schema);
  return {
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: async () => ({
      executor: async ({ document, operation, operationName, request: { variables = {} }, context }) =>
        // Without one, the name of none of the document's: that is an error like others.
        operation
          ? executeOperation({ document, operation, variables, context })
          : execute({ schema, document, operationName: operationName ?? null, variableValues: variables }),
    }),
    stop: async () => undefined,
  };
}
