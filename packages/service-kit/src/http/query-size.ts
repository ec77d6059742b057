import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** A list counts as this many of its elements: the streets are four, the centers seven or eight. */
const LIST_LENGTH = 10;
/** A page of a connection counts as what `first` or `last` says; this where it says nothing, */
const DEFAULT_PAGE = 50;
/** … and this where it says what is no length: the most that it may be. */
const LONGEST_PAGE = 500;
/** Beyond it no number is an `Int`. */
const LARGEST_INT = 2 ** 31 - 1;
/** Fields that take more work than their size tells: a count looks at all rows, a trace walks from row to row. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['totalCount', 100],
  ['trace', 100],
  ['auditHead', 10],
]);

/** How large the answer to a selection can be. */
export interface Size {
  readonly depth: number;
  /** All its fields, if every list had its length. */
  readonly cost: number;
}
const NOTHING: Size = { depth: 0, cost: 0 };

/** What a selection set is measured by. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly fragment: (name: string) => FragmentDefinitionNode | null | undefined;
  /** What a variable is worth as a length; undefined where it is left out. */
  readonly variable: (name: string) => unknown;
}

/** Sizes of selection sets; a fragment is measured once, however often it is spread. */
export class Sizes {
  readonly #fragments = new Map<string, Size>();

  constructor(private readonly surroundings: Surroundings) {}

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
      const type = condition ? this.surroundings.schema.getType(condition) : parent;
      return this.of(selection.selectionSet, type, listLength);
    }
    // Introspection is data about the schema; it has a size of its own and touches no database.
    if (selection.name.value.startsWith('__')) return NOTHING;
    const type = fieldType(parent, selection.name.value);
    const named = type && getNamedType(type);
    const below = this.of(
      selection.selectionSet,
      named,
      named?.name.endsWith('Connection') ? this.#pageOf(selection) : LIST_LENGTH,
    );
    const times = type && isListType(getNullableType(type)) ? this.#lengthOf(selection, listLength) : 1;
    const weight = WEIGHTS.get(selection.name.value) ?? 1;
    return { depth: below.depth + 1, cost: weight + times * below.cost };
  }

  #ofFragment(name: string, listLength: number): Size {
    const key = `${listLength} ${name}`;
    const known = this.#fragments.get(key);
    if (known) return known;
    // Counts as nothing within itself: that it spreads itself is another rule's error.
    this.#fragments.set(key, NOTHING);
    const fragment = this.surroundings.fragment(name);
    const size = this.of(
      fragment?.selectionSet,
      fragment && this.surroundings.schema.getType(fragment.typeCondition.name.value),
      listLength,
    );
    this.#fragments.set(key, size);
    return size;
  }

  /** A list that is read by the page says its length itself. */
  #lengthOf(selection: FieldNode, listLength: number): number {
    const isByPage = selection.arguments?.some(({ name }) => name.value === 'first');
    return isByPage ? this.#pageOf(selection) : listLength;
  }

  /** How many rows a field with `first` or `last` can bring. */
  #pageOf({ arguments: given = [] }: FieldNode): number {
    const sizes = given
      .filter(({ name }) => name.value === 'first' || name.value === 'last')
      .map(({ value }) => pageLength(this.#valueOf(value)));
    return sizes.length === 0 ? DEFAULT_PAGE : Math.max(...sizes);
  }

  #valueOf(value: ValueNode): unknown {
    return value.kind === Kind.VARIABLE ? this.surroundings.variable(value.name.value) : literalLength(value);
  }
}

/** A length as it is written, in an argument or as a variable's default. */
export function literalLength(value: ValueNode): unknown {
  if (value.kind === Kind.NULL) return null;
  // What is neither is not a length, whatever it says.
  return value.kind === Kind.INT ? Number(value.value) : value.kind;
}

/** Nothing is the usual page; what will be refused as no `Int` counts as the longest, never as less than it might be. */
function pageLength(value: unknown): number {
  if (value === null || value === undefined) return DEFAULT_PAGE;
  if (typeof value !== 'number' || !Number.isInteger(value) || value > LARGEST_INT) return LONGEST_PAGE;
  // A negative length is refused later; here it must not make up for what stands beside it.
  return Math.max(0, value);
}

const fieldType = (
  parent: GraphQLNamedType | null | undefined,
  name: string,
): GraphQLOutputType | undefined =>
  isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name]?.type : undefined;
