import {
  GraphQLNonNull,
  GraphQLString,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type DirectiveNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** A field as it is asked for, with the fragments around it dissolved. */
export interface SelectedField {
  /** Its name in the answer. */
  readonly key: string;
  /** undefined when the schema does not know the field; then anything may come. */
  readonly type: GraphQLOutputType | undefined;
  readonly selectionSet: SelectionSetNode | undefined;
  /** It is asked of these object types; undefined: of all. */
  readonly only: ReadonlySet<string> | undefined;
  /** It may be absent: @skip, @include, or it depends on which interfaces the subgraph knows. */
  readonly optional: boolean;
}

export interface SelectionSource {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** Names that `__typename` may have for a value of the named type. */
export function possibleNames(schema: GraphQLSchema, typeName: string): ReadonlySet<string> {
  const type = schema.getType(typeName);
  const names = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
  return new Set([typeName, ...names]);
}

/** Lists the fields of a selection set, those of its fragments included. */
export function collectFields(
  source: SelectionSource,
  parent: GraphQLCompositeType | undefined,
  selectionSet: SelectionSetNode,
  around: Pick<SelectedField, 'only' | 'optional'> = { only: undefined, optional: false },
): SelectedField[] {
  return selectionSet.selections.flatMap((selection) => {
    const optional = around.optional || isConditional(selection.directives);
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      const type = typeOfField(parent, selection.name.value);
      return [{ key, type, selectionSet: selection.selectionSet, only: around.only, optional }];
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : source.fragments.get(selection.name.value);
    if (!fragment) return [];
    const condition = fragment.typeCondition && source.schema.getType(fragment.typeCondition.name.value);
    if (!isCompositeType(condition)) {
      return collectFields(source, parent, fragment.selectionSet, { only: around.only, optional });
    }
    return collectFields(source, condition, fragment.selectionSet, {
      only: intersection(around.only, possibleNames(source.schema, condition.name)),
      optional: optional || (isAbstractType(condition) && condition !== parent),
    });
  });
}

const TYPE_NAME = new GraphQLNonNull(GraphQLString);

function typeOfField(parent: GraphQLCompositeType | undefined, name: string): GraphQLOutputType | undefined {
  if (name === '__typename') return TYPE_NAME;
  return isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name]?.type : undefined;
}

const isConditional = (directives: readonly DirectiveNode[] = []): boolean =>
  directives.some(({ name }) => name.value === 'skip' || name.value === 'include');

const intersection = (
  outer: ReadonlySet<string> | undefined,
  inner: ReadonlySet<string>,
): ReadonlySet<string> => (outer ? new Set([...inner].filter((name) => outer.has(name))) : inner);
