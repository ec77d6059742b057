import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** The longest way that makes sense goes from a street through the district and back, some ten fields. */
const DEEPEST = 15;
/** As many root fields, aliases of one field included. */
const MOST_ROOT_FIELDS = 50;
/** A list counts as this many of its elements: the streets are four, the centers seven or eight. */
const LIST_LENGTH = 10;
/** A page of a connection counts as what `first` or `last` says; this where it says nothing, */
const DEFAULT_PAGE = 50;
/** … and this where a variable says it, whose value is not known yet: the most that it may be. */
const VARIABLE_PAGE = 500;
/** Fields that take more work than their size tells: a count looks at all rows, a trace walks from row to row. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['totalCount', 100],
  ['trace', 100],
  ['auditHead', 10],
]);
/** Every field of every base task of every center of every street, and back, costs about a tenth of it. */
const HIGHEST_COST = 100_000;

interface Size {
  readonly depth: number;
  readonly cost: number;
}
const NOTHING: Size = { depth: 0, cost: 0 };

/**
 * Refuses, before anything is executed, a query whose answer could be so large that it would hold up everybody else:
 * too deep, too many root fields, or too many fields in all if every list had ten elements.
 */
export const queryLimitsRule: ValidationRule = (context) => ({
  OperationDefinition: (node) => {
    const root = context.getSchema().getRootType(node.operation);
    if (!root) return;
    const roots = countRootFields(context, node.selectionSet);
    const { depth, cost } = new Sizes(context).of(node.selectionSet, root);
    const refuse = (zh: string, en: string): void =>
      context.reportError(
        new GraphQLError(`查询过大：${zh} · The query is too large: ${en}`, { nodes: node }),
      );
    if (depth > DEEPEST)
      refuse(`嵌套 ${depth} 层，最多 ${DEEPEST} 层`, `${depth} levels deep, ${DEEPEST} at most`);
    if (roots > MOST_ROOT_FIELDS) {
      refuse(
        `根字段 ${roots} 个，最多 ${MOST_ROOT_FIELDS} 个`,
        `${roots} root fields, ${MOST_ROOT_FIELDS} at most`,
      );
    }
    if (cost > HIGHEST_COST) {
      refuse('请减少嵌套的列表，或分成几次查询', 'nest fewer lists, or ask in several queries');
    }
  },
});

/** Sizes of selection sets; a fragment is measured once, however often it is spread. */
class Sizes {
  readonly #fragments = new Map<string, Size>();
  readonly #schema: GraphQLSchema;

  constructor(private readonly context: ValidationContext) {
    this.#schema = context.getSchema();
  }

  /** @param listLength what a list right below counts as: within a connection, its page */
  of(
    selections: SelectionSetNode | undefined,
    parent: GraphQLNamedType | null | undefined,
    listLength = LIST_LENGTH,
  ): Size {
    let { depth, cost } = NOTHING;
    for (const selection of selections?.selections ?? []) {
      const size = this.#ofSelection(selection, parent, listLength);
      depth = Math.max(depth, size.depth);
      cost += size.cost;
    }
    return { depth, cost };
  }

  #ofSelection(
    selection: SelectionSetNode['selections'][number],
    parent: GraphQLNamedType | null | undefined,
    listLength: number,
  ): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#ofFragment(selection.name.value, listLength);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const type = condition ? this.#schema.getType(condition) : parent;
      return this.of(selection.selectionSet, type, listLength);
    }
    // Introspection is data about the schema; it has a size of its own and touches no database.
    if (selection.name.value.startsWith('__')) return NOTHING;
    const type = fieldType(parent, selection.name.value);
    const named = type && getNamedType(type);
    const below = this.of(
      selection.selectionSet,
      named,
      named?.name.endsWith('Connection') ? pageOf(selection) : LIST_LENGTH,
    );
    const times = type && isListType(getNullableType(type)) ? lengthOf(selection, listLength) : 1;
    const weight = WEIGHTS.get(selection.name.value) ?? 1;
    return { depth: below.depth + 1, cost: weight + times * below.cost };
  }

  #ofFragment(name: string, listLength: number): Size {
    const key = `${listLength} ${name}`;
    const known = this.#fragments.get(key);
    if (known) return known;
    // Counts as nothing within itself: that it spreads itself is another rule's error.
    this.#fragments.set(key, NOTHING);
    const fragment = this.context.getFragment(name);
    const size = this.of(
      fragment?.selectionSet,
      fragment && this.#schema.getType(fragment.typeCondition.name.value),
      listLength,
    );
    this.#fragments.set(key, size);
    return size;
  }
}

/** A list that is read by the page says its length itself. */
const lengthOf = (selection: FieldNode, listLength: number): number =>
  selection.arguments?.some(({ name }) => name.value === 'first') ? pageOf(selection) : listLength;

/** How many rows a field with `first` or `last` can bring. */
function pageOf({ arguments: given = [] }: FieldNode): number {
  const sizes = given
    .filter(({ name }) => name.value === 'first' || name.value === 'last')
    .map(({ value }) => {
      if (value.kind === Kind.NULL) return DEFAULT_PAGE;
      // A negative length is refused later; here it must not make up for what stands beside it.
      return value.kind === Kind.INT ? Math.max(0, Number(value.value)) : VARIABLE_PAGE;
    });
  return sizes.length === 0 ? DEFAULT_PAGE : Math.max(...sizes);
}

const fieldType = (
  parent: GraphQLNamedType | null | undefined,
  name: string,
): GraphQLOutputType | undefined =>
  isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name]?.type : undefined;

function countRootFields(
  context: ValidationContext,
  selections: SelectionSetNode,
  seen = new Set<string>(),
): number {
  let count = 0;
  for (const selection of selections.selections) {
    if (selection.kind === Kind.FIELD) count += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      count += countRootFields(context, selection.selectionSet, seen);
    else if (!seen.has(selection.name.value)) {
      seen.add(selection.name.value);
      const fragment = context.getFragment(selection.name.value);
      if (fragment) count += countRootFields(context, fragment.selectionSet, seen);
    }
  }
  return count;
}
