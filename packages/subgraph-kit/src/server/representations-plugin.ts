import type { ApolloServerPlugin } from '@apollo/server';
import { queryTooLarge, tooLarge } from '@mtg/service-kit';
import { Kind, type OperationDefinitionNode } from 'graphql';

/** A page of 500 rows, each with references to ten departments: more than that no gateway of ours asks for at once. */
const MOST_REPRESENTATIONS = 5000;

/**
 * Refuses to complete more entities at once than a gateway asks for. Each takes its time even if it is the same as the one
 * before it, whatever is asked of it.
 */
export const representationsPlugin: ApolloServerPlugin = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation, request }) => {
      const cost = operation ? representationsOf(operation, request.variables ?? {}) : 0;
      if (!operation || cost <= MOST_REPRESENTATIONS) return;
      const message = tooLarge(
        `一次最多补全 ${MOST_REPRESENTATIONS} 个实体，收到 ${cost} 个；请减小 first`,
        `${MOST_REPRESENTATIONS} entities are resolved at once at most, but ${cost} were requested. Use a smaller first.`,
      );
      throw queryTooLarge(message, operation, { cost, limit: MOST_REPRESENTATIONS });
    },
  }),
};

/** Length of the longest list of representations. A gateway sends them as a variable, since a document has no room. */
function representationsOf(
  { selectionSet }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const lists = selectionSet.selections.flatMap((field) => {
    if (field.kind !== Kind.FIELD || field.name.value !== '_entities') return [];
    return (field.arguments ?? []).map(({ value }) =>
      value.kind === Kind.VARIABLE && Object.hasOwn(variables, value.name.value)
        ? variables[value.name.value]
        : undefined,
    );
  });
  return Math.max(0, ...lists.map((list) => (Array.isArray(list) ? list.length : 0)));
}
