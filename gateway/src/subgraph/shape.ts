import {
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type GraphQLCompositeType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isRecord } from './answer';
import { collectFields, possibleNames, type SelectedField, type SelectionSource } from './selections';

/**
 * Whether the `data` of a subgraph is what an operation asked for.
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

  const entities = collectFields(source, root, operation.selectionSet).find(({ key }) => key === '_entities');
  if (!entities?.selectionSet) {
    const check = compileObject(source, root, operation.selectionSet);
    return (data) => check(data, root.name);
  }
  const check = compileObject(source, undefined, entities.selectionSet);
  return ({ _entities: list, ...others }, types) =>
    Object.keys(others).length === 0 &&
    Array.isArray(list) &&
    list.length === types.length &&
    list.every((entity, index) => entity === null || check(entity, types[index] ?? ''));
}

function compileObject(
  source: SelectionSource,
  parent: GraphQLCompositeType | undefined,
  selectionSet: SelectionSetNode,
): ObjectCheck {
  const { schema } = source;
  const fields = collectFields(source, parent, selectionSet).map((field) => ({
    ...field,
    check: compileField(source, field),
  }));
  const known = new Set(['__typename', ...fields.map(({ key }) => key)]);
  const namesOf = remembered((declared: string) => possibleNames(schema, declared));
  const ownName = remembered((declared: string) =>
    isObjectType(schema.getType(declared)) ? declared : undefined,
  );
  return (value, declared) => {
    if (!isRecord(value)) return false;
    const { __typename: said } = value;
    if (said !== undefined && !(typeof said === 'string' && namesOf(declared).has(said))) return false;
    for (const key in value) if (!known.has(key)) return false;
    const typeName = said ?? ownName(declared);
    return fields.every(({ key, only, optional, check }) => {
      const fieldValue = value[key];
      if (fieldValue !== undefined) return check(fieldValue);
      return optional || (only !== undefined && (typeName === undefined || !only.has(typeName)));
    });
  };
}

function compileField(source: SelectionSource, { type, selectionSet }: SelectedField): Check {
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
    const inner = selectionSet ? compileObject(source, each, selectionSet) : () => false;
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
