import {
  isAbstractType,
  getNamedType,
  getNullableType,
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
/** Fields that take more work than their size tells: a count or a search looks at all rows, a trace walks from row to row. */
const WEIGHTS: ReadonlyMap<string, number> = new Map([
  ['totalCount', 300],
  ['trace', 100],
  ['search', 100],
  ['auditHead', 10],
]);

/** A type’s name that a planner or a client’s cache adds to each object; under an alias it is a field like others. */
const TYPE_NAME_WEIGHT = 0.2;
/**
 * The whole schema, as tools ask for it, takes this share of what an operation may cost, however large it grows. One
 * passes, two do not.
 */
const WHOLE_SCHEMA_SHARE = 0.6;

/** Inputs for measuring a selection set. */
export interface Surroundings {
  readonly schema: GraphQLSchema;
  readonly fragment: (name: string) => FragmentDefinitionNode | null | undefined;
  /** Value of a variable. Undefined if omitted. */
  readonly variable: (name: string) => unknown;
  /** The most that an operation may cost. */
  readonly limit: number;
  /** Pages count as no longer than this. */
  readonly longestPage?: number;
  /** Cost of introspection, as far as counted before. */
  readonly counted: Map<FieldNode, number>;
}

/**
 * How large the answer to a selection set can be: all its fields, if every list had its length. An object has one type, so
 * of what is asked of several types the dearest counts. A selection set is measured once for each type and length, however
 * often it is spread.
 */
export class Sizes {
  readonly #measured = new Map<SelectionSetNode, Map<string, number>>();
  #introspection = 0;

  constructor(private readonly surroundings: Surroundings) {}

  /** Cost of its introspection. A lower bound where that is beyond the limit. */
  get introspection(): number {
    return this.#introspection;
  }

  /** @param listLength what a list right below counts as: within a connection, its page */
  of(
    selections: SelectionSetNode | undefined,
    parent: GraphQLNamedType | null | undefined,
    listLength = LIST_LENGTH,
  ): number {
    if (!selections || !parent) return 0;
    const types = isAbstractType(parent) ? this.surroundings.schema.getPossibleTypes(parent) : [parent];
    return Math.max(0, ...types.map((type) => this.#on(type, selections, listLength)));
  }

  #on(type: GraphQLNamedType, selections: SelectionSetNode, listLength: number): number {
    const known = this.#measured.get(selections) ?? new Map<string, number>();
    this.#measured.set(selections, known);
    const key = `${listLength} ${type.name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    // Counts as nothing within itself: that a fragment spreads itself is an error of validation.
    known.set(key, 0);
    let cost = 0;
    for (const selection of selections.selections) cost += this.#ofSelection(selection, type, listLength);
    known.set(key, cost);
    return cost;
  }

  #ofSelection(
    selection: SelectionSetNode['selections'][number],
    parent: GraphQLNamedType,
    listLength: number,
  ): number {
    if (selection.kind === Kind.FIELD) return this.#ofField(selection, parent, listLength);
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : this.surroundings.fragment(selection.name.value);
    if (!fragment || !this.#applies(fragment.typeCondition?.name.value, parent)) return 0;
    return this.#on(parent, fragment.selectionSet, listLength);
  }

  /** True if fields of one type are selected on objects of another. */
  #applies(condition: string | undefined, { name }: GraphQLNamedType): boolean {
    if (condition === undefined || condition === name) return true;
    const { schema } = this.surroundings;
    const [wanted, type] = [schema.getType(condition), schema.getType(name)];
    return isAbstractType(wanted) && isObjectType(type) && schema.isSubType(wanted, type);
  }

  #ofField(field: FieldNode, parent: GraphQLNamedType, listLength: number): number {
    const name = field.name.value;
    if (name === '__typename') return field.alias ? 1 : TYPE_NAME_WEIGHT;
    if (name === '__schema' || name === '__type') return this.#ofIntrospection(field);
    const type = fieldType(parent, name);
    const named = type && getNamedType(type);
    const below = this.of(
      field.selectionSet,
      named,
      named?.name.endsWith('Connection') ? this.#pageOf(field) : LIST_LENGTH,
    );
    const times = type && isListType(getNullableType(type)) ? this.#lengthOf(field, listLength) : 1;
    return (WEIGHTS.get(name) ?? 1) + times * below;
  }

  #ofIntrospection(field: FieldNode): number {
    const { schema, fragment, limit } = this.surroundings;
    const price = (WHOLE_SCHEMA_SHARE * limit) / wholeSchemaFields(schema);
    const typeName = (node: FieldNode): string | undefined => {
      const given = node.arguments?.find(({ name }) => name.value === 'name')?.value;
      const value = given && this.#valueOf(given);
      return typeof value === 'string' ? value : undefined;
    };
    const known = this.surroundings.counted.get(field);
    const cost =
      known ?? price * new IntrospectionCounter(schema, fragment, typeName, limit / price).of(field);
    this.surroundings.counted.set(field, cost);
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

  /** Number of rows that a field with `first` or `last` can return. */
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
): GraphQLOutputType | undefined => (isObjectType(parent) ? parent.getFields()[name]?.type : undefined);
