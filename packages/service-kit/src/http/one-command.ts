import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from './document-size';

/**
 * Refuses a mutation with several commands. Commands stand one level below their street's
 * namespace, where GraphQL would run them side by side; and an `Idempotency-Key` speaks of one command. It is asked before
 * the document is validated: to find all that is wrong with fifty commands takes fifty times as long.
 */
export function commandsProblem(document: DocumentNode): GraphQLError | undefined {
  const fragments = fragmentsOf(document);
  const below = (sets: readonly SelectionSetNode[]) => fieldsOf((name) => fragments.get(name), sets);
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION || node.operation !== OperationTypeNode.MUTATION) continue;
    const namespaces = below([node.selectionSet]);
    const commands = below(namespaces.flatMap(({ selectionSet }) => selectionSet ?? []));
    if (countKeys(namespaces) <= 1 && countKeys(commands) <= 1) continue;
    return new GraphQLError(
      '一次请求只能有一个操作，请分成几次请求 · A request may have only one command. Send several requests',
      { nodes: node, extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
    );
  }
  return undefined;
}

/** Collects fields as GraphQL does: those of all fragments together, without introspection. */
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
