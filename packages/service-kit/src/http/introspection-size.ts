import {
  getIntrospectionQuery,
  getNamedType,
  isObjectType,
  Kind,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

type Resolve = NonNullable<GraphQLField<unknown, unknown>['resolve']>;

/** Every part that a tool can ask for. */
const WHOLE_SCHEMA = parse(
  getIntrospectionQuery({
    descriptions: true,
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  }),
);

/** Asks for deprecated elements too, so that a variable cannot hide them from the count. */
const ARGUMENTS = { includeDeprecated: true };

/**
 * Counts the fields that introspection returns. The schema is at hand, so they need not be guessed: the objects that have
 * fields of their own are resolved as they would be, and counting ends at the most that matters.
 */
export class IntrospectionCounter {
  #count = 0;

  /** @param most where to stop */
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragment: (name: string) => FragmentDefinitionNode | null | undefined,
    private readonly typeName: (field: FieldNode) => string | undefined,
    private readonly most: number,
  ) {}

  /** Counts a `__schema` or a `__type` of the query; above `most` the number is a lower bound. */
  of(field: FieldNode): number {
    this.#count = 0;
    this.#field(field, metaField(field.name.value), undefined);
    return this.#count;
  }

  #selections({ selections }: SelectionSetNode, type: GraphQLNamedType, source: unknown): void {
    for (const selection of selections) {
      if (this.#count > this.most) return;
      if (selection.kind === Kind.FIELD) {
        const field = isObjectType(type) ? type.getFields()[selection.name.value] : undefined;
        this.#field(selection, field, source);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#selections(selection.selectionSet, type, source);
      } else {
        const fragment = this.fragment(selection.name.value);
        if (fragment) this.#selections(fragment.selectionSet, type, source);
      }
    }
  }

  #field(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined, source: unknown): void {
    this.#count += 1;
    if (!node.selectionSet || !field?.resolve) return;
    const type = getNamedType(field.type);
    for (const each of this.#valuesOf(node, field.resolve, source)) {
      if (this.#count > this.most) return;
      this.#selections(node.selectionSet, type, each);
    }
  }

  #valuesOf(node: FieldNode, resolve: Resolve, source: unknown): readonly unknown[] {
    // GraphQL's own resolvers of these fields read nothing else of it.
    const info = { schema: this.schema } as GraphQLResolveInfo;
    const value: unknown = resolve(source, { ...ARGUMENTS, name: this.typeName(node) }, undefined, info);
    if (value === null || value === undefined) return [];
    return Array.isArray(value) ? value : [value];
  }
}

const metaField = (name: string): GraphQLField<unknown, unknown> =>
  name === SchemaMetaFieldDef.name ? SchemaMetaFieldDef : TypeMetaFieldDef;

const wholes = new WeakMap<GraphQLSchema, number>();

/** The fields that the whole schema has, as GraphiQL and code generators ask for it. */
export function wholeSchemaFields(schema: GraphQLSchema): number {
  const known = wholes.get(schema);
  if (known !== undefined) return known;
  const fragments = new Map<string, FragmentDefinitionNode>();
  let root: FieldNode | undefined;
  for (const each of WHOLE_SCHEMA.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
    if (each.kind !== Kind.OPERATION_DEFINITION) continue;
    const [first] = each.selectionSet.selections;
    if (first?.kind === Kind.FIELD) root = first;
  }
  const counter = new IntrospectionCounter(
    schema,
    (name) => fragments.get(name),
    () => undefined,
    Infinity,
  );
  const count = root ? counter.of(root) : 0;
  wholes.set(schema, count);
  return count;
}
