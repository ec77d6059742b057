import { GraphQLError, type ValidationRule } from 'graphql';

/** Refuses queries about the schema; `__typename` is about data and stays. */
export const noIntrospectionRule: ValidationRule = (context) => ({
  Field: (node) => {
    if (node.name.value !== '__schema' && node.name.value !== '__type') return;
    context.reportError(
      new GraphQLError(
        `此服务不开放模式查询（${node.name.value}）；字段说明请向管理员索取 · Introspection (${node.name.value}) is turned off here. Ask the operator for the description of the fields.`,
        { nodes: node },
      ),
    );
  },
});
