import {
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  Kind,
  type DocumentNode,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { isRecord } from './answer';
import {
  collectFields,
  objectNames,
  possibleNames,
  type SelectedField,
  type Selection,
  type SelectionSource,
} from './selections';

/**
 * True if the `data` of a subgraph has the shape that an operation asked for.
 *
 * @param entityTypes the `__typename` of each representation sent; empty when no entities were asked for
 */
export type Shape = (data: Readonly<Record<string, unknown>>, entityTypes: readonly string[]) => boolean;

type Check = (value: unknown) => boolean;
type ObjectCheck = (value: unknown, declared: string) => boolean;

/**
 * Compiles the check of an operation's answers: types, lists, null, and nothing that was not asked for. The gateway
 * merges what it gets into one tree without a look; one string where a list is due would make it throw away the other
 * subgraphs' data too.
 */
export function compileShape(schema: GraphQLSchema, document: DocumentNode): Shape {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const source: SelectionSource = { schema, fragments };
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return () => false;

  const selections: readonly Selection[] = [{ set: operation.selectionSet, optional: false }];
  const entities = collectFields(source, root.name, root.name, selections).get('_entities');
  if (!entities) {
    const check = compileObject(source, selections);
    return (data) => check(data, root.name);
  }
  const check = compileObject(source, entities.selections);
  return ({ _entities: list, ...others }, types) =>
    Object.keys(others).length === 0 &&
    Array.isArray(list) &&
    list.length === types.length &&
    list.every((entity, index) => entity === null || check(entity, types[index] ?? ''));
}

function compileObject(source: SelectionSource, selections: readonly Selection[]): ObjectCheck {
  const { schema } = source;
  const namesOf = remembered((declared: string) => possibleNames(schema, declared));
  const candidatesOf = remembered((declared: string) => objectNames(schema, declared));
  const checksOf = remembered((declared: string) =>
    remembered((typeName) => compileFields(collectFields(source, declared, typeName, selections), source)),
  );
  return (value, declared) => {
    if (!isRecord(value)) return false;
    const { __typename: said } = value;
    if (said === undefined) {
      return candidatesOf(declared).some((typeName) => checksOf(declared)(typeName)(value));
    }
    if (typeof said !== 'string' || !namesOf(declared).has(said)) return false;
    return checksOf(declared)(said)(value);
  };
}

/** Checks an object of one type, field by field; what was not asked for must not be there. */
function compileFields(
  fields: ReadonlyMap<string, SelectedField>,
  source: SelectionSource,
): (value: Readonly<Record<string, unknown>>) => boolean {
  const checks = [...fields].map(([key, field]) => ({
    key,
    optional: field.optional,
    check: compileField(source, field),
  }));
  return (value) => {
    for (const key in value) if (key !== '__typename' && !fields.has(key)) return false;
    return checks.every(({ key, optional, check }) => {
      const fieldValue = value[key];
      return fieldValue === undefined ? optional : check(fieldValue);
    });
  };
}

function compileField(source: SelectionSource, { type, selections }: SelectedField): Check {
  const compile = (each: GraphQLOutputType): Check => {
    if (isNonNullType(each)) {
      const inner = compile(each.ofType);
      return (value) => value !== null && inner(value);
    }
    if (isListType(each)) {
      const inner = compile(each.ofType);
      return (value) => value === null || (Array.isArray(value) && value.every((element) => inner(element)));
    }
    if (!isCompositeType(each)) return (value) => value === null || isLeaf(each, value);
    const inner = selections.length > 0 ? compileObject(source, selections) : () => false;
    return (value) => value === null || inner(value, each.name);
  };
  return type ? compile(type) : () => true;
}

/** Only the scalars that GraphQL itself defines are known well enough to be checked. */
function isLeaf(type: GraphQLLeafType, value: unknown): boolean {
  if (isEnumType(type)) return typeof value === 'string' && type.getValue(value) !== undefined;
  switch (type.name) {
    case 'String':
      return typeof value === 'string';
    case 'ID':
      return typeof value === 'string' || Number.isInteger(value);
    case 'Int':
      return Number.isInteger(value);
    case 'Float':
      return typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    default:
      return true;
  }
}

function remembered<T>(find: (key: string) => T): (key: string) => T {
  const found = new Map<string, T>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const value = find(key);
    found.set(key, value);
    return value;
  };
}
