import type { Actor } from '@mtg/access';
import { requireKnownNames } from './missing-names';
import { withSeenVersion } from './seen-version';
import type { GraphQLAnswer, TestSubgraph } from './test-subgraph';

/** An object of an answer. The test that selected its fields knows their types. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Selected = Record<string, any>;

/** A command's answer: its payload, or the errors. */
export interface CommandAnswer {
  readonly payload: Selected | null;
  readonly errors: NonNullable<GraphQLAnswer['errors']>;
}

/**
 * Gives one command of a street's namespace, having looked at the row that it changes. Whatever rule refuses it, what it says is missing is a name that a client knows.
 *
 * @param selection of the payload, e.g. `delegation { id version state }`
 */
export async function give(
  subgraph: Pick<TestSubgraph, 'ask'> & Partial<Pick<TestSubgraph, 'database'>>,
  namespace: string,
  command: string,
  given: Readonly<Record<string, unknown>>,
  selection: string,
  request: { readonly as?: Actor | undefined; readonly key?: string } = {},
): Promise<CommandAnswer> {
  const type = `${command.charAt(0).toUpperCase()}${command.slice(1)}Input`;
  const input = await withSeenVersion(subgraph, namespace, type, given);
  const query = `mutation ($input: ${type}!) { ${namespace} { ${command}(input: $input) { ${selection} } } }`;
  const { data, errors = [] } = await subgraph.ask(query, { input }, request);
  for (const { extensions } of errors) {
    if (extensions['code'] === 'RULE_VIOLATION') requireKnownNames(namespace, type, extensions['missing']);
  }
  const root = data as Record<string, Record<string, CommandAnswer['payload']> | null> | null | undefined;
  return { payload: root?.[namespace]?.[command] ?? null, errors };
}

/** Rows that a command wrote, by the name of the payload's field; for a command that must have succeeded. */
export function written(payload: Selected | null, name: string): Selected {
  const row: unknown = payload?.[name];
  if (typeof row !== 'object' || row === null) throw new Error(`the payload has no ${name}`);
  return row;
}
