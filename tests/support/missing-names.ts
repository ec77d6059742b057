import { MISSING_NAMES } from '@mtg/service-kit';
import { Kind, type TypeNode } from 'graphql';
import { inputTypesOf } from './input-types';

const NAMES: ReadonlySet<string> = new Set(MISSING_NAMES.map(([name]) => name));

/**
 * Names in a refusal by a rule, which clients mark in their forms: each name has to be a path of the command's input, or
 * one that the page of errors has.
 *
 * @param missing as in the error's extensions
 * @throws Error naming what is neither
 */
export function requireKnownNames(namespace: string, inputType: string, missing: unknown): void {
  const names: readonly unknown[] = Array.isArray(missing) ? missing : [];
  const unknown = names.filter(
    (name) => typeof name !== 'string' || !(NAMES.has(name) || isPath(namespace, inputType, name)),
  );
  if (names.length > 0 && unknown.length === 0) return;
  throw new Error(`a rule broken with ${inputType} says that this is missing: ${JSON.stringify(missing)}`);
}

/** True if a name, such as `assignments.0.goal`, leads to a field of the input, as the subgraph's schema has it. */
function isPath(namespace: string, inputType: string, name: string): boolean {
  const types = inputTypesOf(namespace);
  let fields = types.get(inputType)?.fields;
  let type: TypeNode | undefined;
  for (const part of name.split('.')) {
    const list = type?.kind === Kind.NON_NULL_TYPE ? type.type : type;
    if (list?.kind === Kind.LIST_TYPE && /^\d+$/u.test(part)) {
      type = list.type;
    } else {
      type = fields?.find((field) => field.name.value === part)?.type;
      if (!type) return false;
    }
    fields = types.get(namedType(type))?.fields;
  }
  return true;
}

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
