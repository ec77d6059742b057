import { locatedError, type FieldNode, type GraphQLError, type GraphQLResolveInfo } from 'graphql';
import type { Path } from 'graphql/jsutils/Path.js';

/** State of one execution of an operation. */
export interface Run {
  readonly context: unknown;
  /** Part of a resolver's information that is the same for all fields of the operation. */
  readonly info: Pick<
    GraphQLResolveInfo,
    'schema' | 'fragments' | 'rootValue' | 'operation' | 'variableValues'
  >;
  /** Errors of fields that became null. */
  readonly errors: GraphQLError[];
}

/** A place in the answer: where the object is, and the key in it. No object is made of it unless there is an error. */
export interface Place {
  readonly nodes: readonly FieldNode[];
  /** Name of the type that has the field; undefined for an element of a list. */
  readonly typeName: string | undefined;
  /** True if an error makes this value null, false if it makes the enclosing one null. */
  readonly isNullable: boolean;
}

/**
 * Settles an error as GraphQL does: null where that may be.
 *
 * @throws GraphQLError where it may not
 */
export function settle(
  run: Run,
  error: unknown,
  place: Place,
  parent: Path | undefined,
  key: string | number,
): null {
  const path = pathBelow(parent, key, place.typeName);
  const located = locatedError(error, place.nodes, asList(path));
  if (!place.isNullable) throw located;
  run.errors.push(located);
  return null;
}

export const pathBelow = (
  prev: Path | undefined,
  key: string | number,
  typename: string | undefined,
): Path => ({
  prev,
  key,
  typename,
});

function asList(path: Path): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at; at = at.prev) keys.push(at.key);
  return keys.toReversed();
}

export const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { readonly then?: unknown }).then === 'function';
