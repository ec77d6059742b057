import { inspect } from 'node:util';
import {
  defaultTypeResolver,
  GraphQLError,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Path } from 'graphql/jsutils/Path.js';
import { isPromise, pathBelow, settle, type Place, type Run } from './run';

/**
 * Turns what a resolver gave into what the answer has, at a key below a path.
 *
 * @param owner path of the object that has the field, which is `parent` unless the value is an element of a list
 */
export type Complete = (
  run: Run,
  value: unknown,
  parent: Path | undefined,
  key: string | number,
  owner: Path | undefined,
) => unknown;

/** Makes the answer's object of a source. */
export type MakeObject = (run: Run, source: unknown, path: Path | undefined) => unknown;

/** A field, as far as its values depend on it. */
export interface Completed {
  /** e.g. `WorkOrder.title` */
  readonly title: string;
  readonly infoOf: (run: Run, owner: Path | undefined) => GraphQLResolveInfo;
  readonly nodes: readonly FieldNode[];
  /** Builds objects of a type from the selections of the field. */
  readonly objects: (type: GraphQLObjectType) => MakeObject;
  readonly isPossible: (abstract: GraphQLAbstractType, name: string) => GraphQLObjectType | undefined;
}

/** Completion of the values of a type: the algorithm of GraphQL, section 6.4.3, with the messages of graphql-js. */
export function completerOf(
  type: GraphQLOutputType,
  field: Completed,
  typeName: string | undefined,
): Complete {
  if (isNonNullType(type)) {
    const complete = completerOf(type.ofType, field, typeName);
    return (run, value, parent, key, owner) => {
      const completed = complete(run, value, parent, key, owner);
      if (completed !== null) return completed;
      throw new Error(`Cannot return null for non-nullable field ${field.title}.`);
    };
  }
  const complete = isLeafType(type)
    ? leafCompleter(type)
    : isListType(type)
      ? listCompleter(type.ofType, field, typeName)
      : isObjectType(type)
        ? objectCompleter(type, field, typeName)
        : abstractCompleter(type, field, typeName);
  return (run, value, parent, key, owner) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(run, value, parent, key, owner);
  };
}

/** Values that these scalars would give back as they are. */
const AS_THEY_ARE: Readonly<Record<string, 'string' | 'boolean'>> = {
  String: 'string',
  ID: 'string',
  Boolean: 'boolean',
};

function leafCompleter(type: GraphQLLeafType): Complete {
  const asItIs = AS_THEY_ARE[type.name];
  return (_run, value) => {
    if (typeof value === asItIs) return value;
    const written: unknown = type.serialize(value);
    if (written !== null && written !== undefined) return written;
    throw new Error(`${type.name} has no value for what was given`);
  };
}

function listCompleter(type: GraphQLOutputType, field: Completed, typeName: string | undefined): Complete {
  const complete = completerOf(type, field, undefined);
  const place: Place = { nodes: field.nodes, typeName: undefined, isNullable: !isNonNullType(type) };
  return (run, value, parent, key, owner) => {
    if (typeof value !== 'object' || value === null || !(Symbol.iterator in value)) {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${field.title}".`);
    }
    const path = pathBelow(parent, key, typeName);
    const items: unknown[] = [];
    let hasPromise = false;
    try {
      for (const item of value as Iterable<unknown>) {
        const made = completeItem(run, item, path, items.length, owner);
        hasPromise ||= isPromise(made);
        items.push(made);
      }
    } catch (error) {
      if (!hasPromise) throw error;
      // What was begun is waited for: it may fail, too.
      return Promise.all(items).finally(() => {
        throw error;
      });
    }
    return hasPromise ? Promise.all(items) : items;
  };

  function completeItem(
    run: Run,
    item: unknown,
    path: Path,
    index: number,
    owner: Path | undefined,
  ): unknown {
    const failed = (error: unknown): null => settle(run, error, place, path, index);
    try {
      const made = isPromise(item)
        ? item.then((value) => complete(run, value, path, index, owner))
        : complete(run, item, path, index, owner);
      return isPromise(made) ? made.then(undefined, failed) : made;
    } catch (error) {
      return failed(error);
    }
  }
}

function objectCompleter(type: GraphQLObjectType, field: Completed, typeName: string | undefined): Complete {
  const make = field.objects(type);
  const { isTypeOf } = type;
  return (run, value, parent, key, owner) => {
    const path = pathBelow(parent, key, typeName);
    if (!isTypeOf) return make(run, value, path);
    const checked = (isIt: boolean): unknown => {
      if (isIt) return make(run, value, path);
      throw new GraphQLError(`Expected value of type "${type.name}"`, { nodes: field.nodes });
    };
    const isIt = isTypeOf(value, run.context, field.infoOf(run, owner));
    return isPromise(isIt) ? isIt.then(checked) : checked(isIt);
  };
}

function abstractCompleter(
  type: GraphQLAbstractType,
  field: Completed,
  typeName: string | undefined,
): Complete {
  const completers = new Map<GraphQLObjectType, Complete>();
  const completerFor = (concrete: GraphQLObjectType): Complete => {
    const known = completers.get(concrete) ?? objectCompleter(concrete, field, typeName);
    completers.set(concrete, known);
    return known;
  };
  const resolveType = type.resolveType ?? defaultTypeResolver;
  return (run, value, parent, key, owner) => {
    const complete = (name: unknown): unknown => {
      const concrete = typeof name === 'string' ? field.isPossible(type, name) : undefined;
      if (concrete) return completerFor(concrete)(run, value, parent, key, owner);
      throw new GraphQLError(unresolved(type, field.title, name), { nodes: field.nodes });
    };
    const name = resolveType(value, run.context, field.infoOf(run, owner), type);
    return isPromise(name) ? name.then(complete) : complete(name);
  };
}

const unresolved = ({ name }: GraphQLAbstractType, title: string, resolved: unknown): string =>
  resolved === undefined || resolved === null
    ? `Abstract type "${name}" must resolve to an Object type at runtime for field "${title}". Either the "${name}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`
    : `Abstract type "${name}" was resolved to ${inspect(resolved)} at runtime for field "${title}", which is none of its Object types.`;
