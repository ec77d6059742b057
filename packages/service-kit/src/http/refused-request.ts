import { createHash } from 'node:crypto';
import type { GraphQLRequestContextWillSendResponse, BaseContext } from '@apollo/server';
import {
  getNamedType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { fieldsOf } from './one-command';

/** A request with commands that was refused before any of them was given. */
export interface RefusedRequest {
  /** Names of commands that there are, or `unknown`: never a name made up by a client. */
  readonly commands: readonly string[];
  /** Error code of the refusal. */
  readonly code: string;
  /** SHA-256 of the request; its content is not kept. */
  readonly digest: string;
}

/** Name that replaces an unknown command. */
export const UNKNOWN_COMMAND = 'unknown';

/**
 * The commands of a request that was answered with nothing but an error, by the namespace that they are in, such as `dayu`.
 * A request that only asks has none.
 */
export function refusedCommands<Context extends BaseContext>({
  schema,
  document,
  request,
  response,
}: GraphQLRequestContextWillSendResponse<Context>): ReadonlyMap<string, RefusedRequest> {
  const commands = document
    ? commandsOf(schema, document, request.operationName)
    : new Map<string, string[]>();
  if (commands.size === 0 || response.body.kind !== 'single') return new Map();
  const code = String(response.body.singleResult.errors?.[0]?.extensions?.['code']);
  const digest = digestOf(request.query, request.variables);
  return new Map([...commands].map(([namespace, names]) => [namespace, { commands: names, code, digest }]));
}

/** By namespace; the document need not fit the schema. */
function commandsOf(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operationName: string | undefined,
): Map<string, string[]> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const below = (sets: Parameters<typeof fieldsOf>[1]) => fieldsOf((name) => fragments.get(name), sets);
  const found = new Map<string, string[]>();
  for (const each of definitions) {
    if (each.kind !== Kind.OPERATION_DEFINITION || each.operation !== OperationTypeNode.MUTATION) continue;
    if (operationName && each.name?.value !== operationName) continue;
    for (const { name, selectionSet } of below([each.selectionSet])) {
      const type = getNamedType(schema.getMutationType()?.getFields()[name.value]?.type);
      if (!isObjectType(type)) continue;
      const known = type.getFields();
      const names = below(selectionSet ? [selectionSet] : []).map((command) =>
        Object.hasOwn(known, command.name.value) ? command.name.value : UNKNOWN_COMMAND,
      );
      const others = found.get(name.value) ?? [];
      found.set(name.value, [...new Set([...others, ...names])]);
    }
  }
  return found;
}

function digestOf(query: string | undefined, variables: unknown): string {
  const hash = createHash('sha256').update(query ?? '', 'utf8');
  try {
    hash.update(JSON.stringify(variables) ?? '', 'utf8');
  } catch {
    // Nested beyond what can be written down again; the query tells it from most others.
  }
  return hash.digest('hex');
}
