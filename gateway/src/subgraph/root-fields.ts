import { getVariableValues, Kind, type DocumentNode, type GraphQLSchema } from 'graphql';
import { collectFields } from 'graphql/execution/collectFields';
import type { Path } from './paths';

/**
 * The places of the root fields that a document asks for, as execution would: through fragments, without what `@skip` and
 * `@include` leave out, each key once.
 */
export function rootPaths(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): readonly Path[] {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return [];
  const { coerced = variables } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  return [...collectFields(schema, fragments, coerced, root, operation.selectionSet).keys()].map((key) => [
    key,
  ]);
}
