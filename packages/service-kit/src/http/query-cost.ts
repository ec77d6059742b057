import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { tooLarge } from './query-limits';
import { literalLength, Sizes } from './query-size';

/** Every field of every base task of every center of every street, and back, costs about a tenth of it. */
const HIGHEST_COST = 100_000;

/** What a client sent with a document. */
export type GivenVariables = Readonly<Record<string, unknown>>;

/**
 * Refuses, before anything is executed, an operation whose answer could be so large that it would hold up everybody
 * else: too many fields in all if every list had ten elements, and every page the length that the variables give it.
 */
export const queryCostPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    // A subgraph and a gateway alike come by here with each request, and have executed nothing yet.
    didResolveOperation: async ({ schema, document, operation, request }) => {
      if (!operation || costOf(schema, document, operation, request.variables ?? {}) <= HIGHEST_COST) return;
      throw new GraphQLError(
        tooLarge('请减少嵌套的列表，或分成几次查询', 'nest fewer lists, or ask in several queries'),
        { nodes: operation, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
      );
    },
  }),
};

/** What an operation of a document that is valid costs with these variables. */
export function costOf(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  { operation, selectionSet, variableDefinitions = [] }: OperationDefinitionNode,
  variables: GivenVariables,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const sizes = new Sizes({
    schema,
    fragment: (name) => fragments.get(name),
    variable: (name) => {
      // Not what every object inherits.
      const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
      if (given !== undefined) return given;
      const byDefault = variableDefinitions.find(
        ({ variable }) => variable.name.value === name,
      )?.defaultValue;
      return byDefault && literalLength(byDefault);
    },
  });
  return sizes.of(selectionSet, schema.getRootType(operation)).cost;
}
