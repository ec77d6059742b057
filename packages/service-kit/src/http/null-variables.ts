import {
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { givenAsJson } from './given-value';
import { problemsOf, type InputProblem } from './input-problems';
import type { GivenVariables } from './query-cost';

/**
 * Variables that are null where nothing may be. Their own type allows it, and a default has them pass for what must not be
 * null; that null is not left out, and takes no default, GraphQL finds only when it comes to the field.
 *
 * @param places of the variables, e.g. `input.title`
 */
export function problemsOfNulls(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: GivenVariables,
  places: ReadonlyMap<string, string>,
): readonly InputProblem[] {
  if (!Object.values(variables).includes(null)) return [];
  const problems = new Map<string, readonly InputProblem[]>();
  const reached = fragmentsOf(document, operation);
  const types = new TypeInfo(schema);
  const enter = ({ name: { value: name } }: { readonly name: { readonly value: string } }): void => {
    const type = types.getInputType();
    if (!type || !Object.hasOwn(variables, name) || variables[name] !== null) return;
    const found = problemsOf(givenAsJson(null), type, places.get(name) ?? name, { introspection: false });
    if (found.length > 0) problems.set(name, found);
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      OperationDefinition: (each) => (each === operation ? undefined : false),
      FragmentDefinition: ({ name }) => (reached.has(name.value) ? undefined : false),
      VariableDefinition: () => false,
      Variable: { enter },
    }),
  );
  return [...problems.values()].flat();
}

/** The fragments that an operation spreads, directly or through others; another operation's say nothing of it. */
function fragmentsOf(document: DocumentNode, operation: OperationDefinitionNode): ReadonlySet<string> {
  const known = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const reached = new Set<string>();
  const follow = (node: ASTNode): void => {
    visit(node, {
      FragmentSpread: ({ name: { value } }) => {
        const fragment = known.get(value);
        if (!fragment || reached.has(value)) return;
        reached.add(value);
        follow(fragment);
      },
    });
  };
  follow(operation);
  return reached;
}
