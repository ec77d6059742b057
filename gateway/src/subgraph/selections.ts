import {
  GraphQLNonNull,
  GraphQLString,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Selections on a value. Several if its key occurs in several places of the operation. */
export interface Selection {
  readonly set: SelectionSetNode;
  /** True if a selection may be absent: by @skip or @include, or because it depends on the interfaces of the subgraph. */
  readonly optional: boolean;
}

/** A field of one object type as execution sees it: all its occurrences together. */
export interface SelectedField {
  /** undefined when the schema does not know the field; then anything may come. */
  readonly type: GraphQLOutputType | undefined;
  readonly selections: readonly Selection[];
  /** Every occurrence may be absent. */
  readonly optional: boolean;
}

export interface SelectionSource {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Names that `__typename` may have for a value of the named type. */
export function possibleNames(schema: GraphQLSchema, typeName: string): ReadonlySet<string> {
  return new Set([typeName, ...objectNames(schema, typeName)]);
}

/** The object types that a value of the named type may be of; the name itself when the schema knows none. */
export function objectNames(schema: GraphQLSchema, typeName: string): readonly string[] {
  const type = schema.getType(typeName);
  const names = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
  return names.length > 0 ? names : [typeName];
}

/**
 * Collects what is asked of an object of one type, by key in the answer, as execution does: fragments on other types
 * say nothing of it, and equal keys are one field.
 *
 * @param declared the type that the schema gives the value
 * @param typeName the type that the value is of
 */
export function collectFields(
  source: SelectionSource,
  declared: string,
  typeName: string,
  selections: readonly Selection[],
): ReadonlyMap<string, SelectedField> {
  const fields = new Map<string, SelectedField>();
  const visit = ({ set, optional: around }: Selection): void => {
    for (const selection of set.selections) {
      const optional = around || isConditional(selection.directives);
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        fields.set(key, merged(source.schema, typeName, fields.get(key), { node: selection, optional }));
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT ? selection : source.fragments.get(selection.name.value);
      if (!fragment) continue;
      const condition = fragment.typeCondition && source.schema.getType(fragment.typeCondition.name.value);
      if (!isCompositeType(condition)) {
        visit({ set: fragment.selectionSet, optional });
      } else if (possibleNames(source.schema, condition.name).has(typeName)) {
        // The supergraph knows that the type has this interface; the subgraph that is asked need not.
        const unsure = isAbstractType(condition) && condition.name !== declared;
        visit({ set: fragment.selectionSet, optional: optional || unsure });
      }
    }
  };
  selections.forEach(visit);
  return fields;
}

function merged(
  schema: GraphQLSchema,
  typeName: string,
  known: SelectedField | undefined,
  { node, optional }: { readonly node: FieldNode; readonly optional: boolean },
): SelectedField {
  const own = node.selectionSet ? [{ set: node.selectionSet, optional }] : [];
  return {
    type: known?.type ?? typeOfField(schema, typeName, node.name.value),
    selections: [...(known?.selections ?? []), ...own],
    optional: (known?.optional ?? true) && optional,
  };
}

const TYPE_NAME = new GraphQLNonNull(GraphQLString);

function typeOfField(schema: GraphQLSchema, typeName: string, name: string): GraphQLOutputType | undefined {
  if (name === '__typename') return TYPE_NAME;
  const parent = schema.getType(typeName);
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name]?.type : undefined;
}

const isConditional = (directives: readonly DirectiveNode[] = []): boolean =>
  directives.some(({ name }) => name.value === 'skip' || name.value === 'include');
