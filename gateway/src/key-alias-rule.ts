import {
  getNamedType,
  GraphQLError,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationRule,
} from 'graphql';

type KeyNames = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Refuses to name a field by the key of its type (`code: name`): the planner asks for the key under the same name to
 * join the subgraphs, and its value would stand in the answer instead of what was asked for. `__typename` likewise.
 */
export function keyAliasRule(supergraph: GraphQLSchema): ValidationRule {
  const keys = keyNames(supergraph);
  return (context) => ({
    Field: (node) => {
      const alias = node.alias?.value;
      const parent = context.getParentType();
      if (alias === undefined || alias === node.name.value || !parent) return;
      const possible = isAbstractType(parent) ? context.getSchema().getPossibleTypes(parent) : [];
      const taken = [parent, ...possible].some(({ name }) => keys.get(name)?.has(alias));
      if (!taken && alias !== '__typename') return;
      context.reportError(
        new GraphQLError(
          `别名 "${alias}" 与 ${parent.name} 的键字段同名，会被键值覆盖；请为 ${node.name.value} 换一个别名 · ` +
            `The alias "${alias}" has the name of a key field of ${parent.name} and would be overwritten by its value. Choose another alias for ${node.name.value}`,
          { nodes: node },
        ),
      );
    },
  });
}

/** The names of key fields, by type; those of nested keys (`owner { id }`) under the type they are of. */
function keyNames(supergraph: GraphQLSchema): KeyNames {
  const names = new Map<string, Set<string>>();
  const note = (type: GraphQLNamedType | undefined, { selections }: SelectionSetNode): void => {
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const own = names.get(type.name) ?? new Set();
    names.set(type.name, own);
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) continue;
      own.add(selection.name.value);
      const field = type.getFields()[selection.name.value];
      if (field && selection.selectionSet) note(getNamedType(field.type), selection.selectionSet);
    }
  };
  for (const type of Object.values(supergraph.getTypeMap())) {
    for (const directive of type.astNode?.directives ?? []) {
      if (directive.name.value !== 'join__type') continue;
      const key = directive.arguments?.find(({ name }) => name.value === 'key')?.value;
      if (key?.kind !== Kind.STRING) continue;
      for (const definition of parse(`{ ${key.value} }`).definitions) {
        if (definition.kind === Kind.OPERATION_DEFINITION) note(type, definition.selectionSet);
      }
    }
  }
  return names;
}
