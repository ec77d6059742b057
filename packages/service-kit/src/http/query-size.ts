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
import { IntrospectionCounter, wholeSchemaFields } from './introspection-size';

/** A list counts as this many of its elements: the streets are four, the centers seven or eight. */
const LIST_LENGTH = 10;
/** A page of a connection counts as what `first` or `last` says; this where it says nothing, */
const DEFAULT_PAGE = 50;
/** … and this where it says what is no length: the most that it may be. */
export const LONGEST_PAGE = 500;
/** Beyond it no number is an `Int`. */
const LARGEST_INT = 2 ** 31 - 1;
/** Fields that take more work than their size tells: a count looks at all rows, a trace walks from row to row. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['totalCount', 100],
  ['trace', 100],
  ['auditHead', 10],
]);

/** A type’s name that a planner or a client’s cache adds to each object; under an alias it is a field like others. */
const TYPE_NAME_WEIGHT = 0.2;
/**
 * The whole schema, as tools ask for it, takes this share of what an operation may cost, however large it grows. One
 * passes, two do not.
 */
const WHOLE_SCHEMA_SHARE = 0.6;

/** What a selection set is measured by. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly fragment: (name: string) => FragmentDefinitionNode | null | undefined;
  /** What a variable is worth; undefined where it is left out. */
  readonly variable: (name: string) => unknown;
  /** The most that an operation may cost. */
  readonly limit: number;
  /** Pages count as no longer than this. */
  readonly longestPage?: number;
}

/**
 * How large the answer to a selection set can be: all its fields, if every list had its length. A fragment is measured
 * once, however often it is spread.
 */
export class Sizes {
  readonly #fragments = new Map<string, number>();
  #introspection = 0;

  constructor(private readonly surroundings: Surroundings) {}

  /** What questions about the schema cost of it; a lower bound where that is beyond the limit. */
  get introspection(): number {
    return this.#introspection;
  }

  /** @param listLength what a list right below counts as: within a connection, its page */
  of(
    selections: SelectionSetNode | undefined,
    parent: GraphQLNamedType | null | undefined,
    listLength = LIST_LENGTH,
  ): number {
    let cost = 0;
    for (const selection of selections?.selections ?? []) {
      cost += this.#ofSelection(selection, parent, listLength);
    }
    return cost;
  }

  #ofSelection(
    selection: SelectionSetNode['selections'][number],
    parent: GraphQLNamedType | null | undefined,
    listLength: number,
  ): number {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#ofFragment(selection.name.value, listLength);
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      const type = condition ? this.surroundings.schema.getType(condition) : parent;
      return this.of(selection.selectionSet, type, listLength);
    }
    const name = selection.name.value;
    if (name === '__typename') return selection.alias ? 1 : TYPE_NAME_WEIGHT;
    if (name === '__schema' || name === '__type') return this.#ofIntrospection(selection);
    const type = fieldType(parent, name);
    const named = type && getNamedType(type);
    const below = this.of(
      selection.selectionSet,
      named,
      named?.name.endsWith('Connection') ? this.#pageOf(selection) : LIST_LENGTH,
    );
    const times = type && isListType(getNullableType(type)) ? this.#lengthOf(selection, listLength) : 1;
    return (WEIGHTS.get(name) ?? 1) + times * below;
  }

  #ofFragment(name: string, listLength: number): number {
    const key = `${listLength} ${name}`;
    const known = this.#fragments.get(key);
    if (known !== undefined) return known;
    // Counts as nothing within itself: that it spreads itself is another rule's error.
    this.#fragments.set(key, 0);
    const fragment = this.surroundings.fragment(name);
    const size = this.of(
      fragment?.selectionSet,
      fragment && this.surroundings.schema.getType(fragment.typeCondition.name.value),
      listLength,
    );
    this.#fragments.set(key, size);
    return size;
  }

  #ofIntrospection(field: FieldNode): number {
    const { schema, fragment, limit } = this.surroundings;
    const price = (WHOLE_SCHEMA_SHARE * limit) / wholeSchemaFields(schema);
    const typeName = (node: FieldNode): string | undefined => {
      const given = node.arguments?.find(({ name }) => name.value === 'name')?.value;
      const value = given && this.#valueOf(given);
      return typeof value === 'string' ? value : undefined;
    };
    const cost = price * new IntrospectionCounter(schema, fragment, typeName, limit / price).of(field);
    this.#introspection += cost;
    return cost;
  }

  /** A list that is read by the page says its length itself. */
  #lengthOf(selection: FieldNode, listLength: number): number {
    if (selection.name.value === '_entities') return this.#representationsOf(selection);
    const isByPage = selection.arguments?.some(({ name }) => name.value === 'first');
    return isByPage ? this.#pageOf(selection) : listLength;
  }

  /** A gateway says how many objects it means. */
  #representationsOf({ arguments: given = [] }: FieldNode): number {
    const value = given.find(({ name }) => name.value === 'representations')?.value;
    if (value?.kind === Kind.LIST) return value.values.length;
    const said = value && this.#valueOf(value);
    return Array.isArray(said) ? said.length : 1;
  }

  /** How many rows a field with `first` or `last` can bring. */
  #pageOf({ arguments: given = [] }: FieldNode): number {
    const sizes = given
      .filter(({ name }) => name.value === 'first' || name.value === 'last')
      .map(({ value }) => pageLength(this.#valueOf(value)));
    const size = sizes.length === 0 ? DEFAULT_PAGE : Math.max(...sizes);
    return Math.min(size, this.surroundings.longestPage ?? Infinity);
  }

  #valueOf(value: ValueNode): unknown {
    return value.kind === Kind.VARIABLE ? this.surroundings.variable(value.name.value) : literalValue(value);
  }
}

/** A value as it is written, in an argument or as a variable's default, as far as it is a length or a name. */
export function literalValue(value: ValueNode): unknown {
  if (value.kind === Kind.NULL) return null;
  if (value.kind === Kind.STRING) return value.value;
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
