import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

/**
 * Refuses a mutation with more than one command. Commands stand one level below their street's namespace, where GraphQL
 * would run them side by side; and an `Idempotency-Key` speaks of one command.
 */
export const oneCommandRule: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    if (node.operation !== OperationTypeNode.MUTATION) return;
    const fragments = (name: string) => context.getFragment(name) ?? undefined;
    const namespaces = fieldsOf(fragments, [node.selectionSet]);
    const commands = fieldsOf(
      fragments,
      namespaces.flatMap(({ selectionSet }) => selectionSet ?? []),
    );
    if (countKeys(namespaces) <= 1 && countKeys(commands) <= 1) return;
    context.reportError(
      new GraphQLError(
        '一次请求只能有一个操作，请分成几次请求 · One command a request; send them one after another',
        { nodes: node },
      ),
    );
  },
});

/** What GraphQL would collect: fields of all fragments together, introspection aside. */
export function fieldsOf(
  fragments: (name: string) => FragmentDefinitionNode | undefined,
  sets: readonly SelectionSetNode[],
  spread = new Set<string>(),
): FieldNode[] {
  return sets
    .flatMap(({ selections }) => selections)
    .flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__') ? [] : [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return fieldsOf(fragments, [selection.selectionSet], spread);
      const { value: name } = selection.name;
      const fragment = spread.has(name) ? undefined : fragments(name);
      spread.add(name);
      return fragment ? fieldsOf(fragments, [fragment.selectionSet], spread) : [];
    });
}

/** Fields of one key are one field to GraphQL. */
const countKeys = (fields: readonly FieldNode[]): number =>
  new Set(fields.map(({ alias, name }) => (alias ?? name).value)).size;
