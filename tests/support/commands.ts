import type { Actor } from '@mtg/access';
import type { GraphQLAnswer, TestSubgraph } from './test-subgraph';

/** A command's answer: its payload, or the errors. */
export interface CommandAnswer {
  readonly payload: Record<string, any> | null;
  readonly errors: NonNullable<GraphQLAnswer['errors']>;
}

/**
 * Gives one command of a street's namespace.
 *
 * @param selection of the payload, e.g. `delegation { id version state }`
 */
export async function give(
  subgraph: TestSubgraph,
  namespace: string,
  command: string,
  input: Readonly<Record<string, unknown>>,
  selection: string,
  request: { readonly as?: Actor | undefined; readonly key?: string } = {},
): Promise<CommandAnswer> {
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${namespace} { ${command}(input: $input) { ${selection} } } }`;
  const { data, errors = [] } = await subgraph.ask(query, { input }, request);
  const root = data as Record<string, Record<string, CommandAnswer['payload']> | null> | null | undefined;
  return { payload: root?.[namespace]?.[command] ?? null, errors };
}
