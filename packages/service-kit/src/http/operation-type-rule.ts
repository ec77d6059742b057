import { GraphQLError, type ValidationRule } from 'graphql';

/**
 * Refuses an operation of a kind that the schema does not have (a subscription, say) as the client's mistake. The
 * specification leaves this to execution, where it would look like a fault of ours.
 */
export const operationTypeRule: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(
      new GraphQLError(`本接口没有 ${node.operation} 操作 · This API has no ${node.operation}`, {
        nodes: node,
      }),
    );
  },
});
