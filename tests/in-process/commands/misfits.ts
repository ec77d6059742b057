import type { GraphQLInputType, GraphQLSchema } from 'graphql';
import { UNSTORABLE, type Nasty } from '../../support/nasty-values';
import type { GraphQLAnswer } from '../../support/test-subgraph';
import { joinedQueries } from '../reading/joined-queries';

type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<GraphQLAnswer>;

/**
 * Finds values that a request refuses as not of their type, in as few requests as tell them apart: the refusal has a line for
 * each variable that does not fit, and no two values of a request are at the same path. What it does not name is for the caller
 * to ask alone. So is text that cannot be stored, since it fits its type and is looked for in all variables together.
 *
 * @param queryWith a query of one root field that gives a variable to the field of an alias
 */
export async function misfitsOf(
  schema: GraphQLSchema,
  type: GraphQLInputType,
  values: readonly Nasty[],
  queryWith: (alias: string, variable: string) => string,
  ask: Ask,
): Promise<ReadonlySet<Nasty>> {
  const misfits = new Set<Nasty>();
  const mayBe = values.filter(({ bad }) => !UNSTORABLE.some((text) => text === bad));
  for (const together of byDistinctPath(mayBe)) {
    const queries = joinedQueries(
      schema,
      together.map((_, index) => queryWith(`at${index}`, `$v${index}`)),
    );
    for (const query of queries) {
      const given = together.flatMap((each, index) =>
        query.includes(`$v${index})`) ? [[`v${index}`, each] as const] : [],
      );
      const head = given.map(([name]) => `$${name}: ${String(type)}`).join(', ');
      const variables = Object.fromEntries(given.map(([name, { value }]) => [name, value]));
      // oxlint-disable-next-line no-await-in-loop
      const named = pathsRefusedIn(await ask(`query (${head}) ${query}`, variables));
      for (const [, each] of given) if (named.has(each.path)) misfits.add(each);
    }
  }
  return misfits;
}

/** Sets of values of which each has another path. */
function byDistinctPath(values: readonly Nasty[]): readonly Nasty[][] {
  const sets: Nasty[][] = [];
  const count = new Map<string, number>();
  for (const each of values) {
    const at = count.get(each.path) ?? 0;
    count.set(each.path, at + 1);
    (sets[at] ??= []).push(each);
  }
  return sets;
}

/** Paths at the beginnings of a refusal's lines, without the places in lists. */
function pathsRefusedIn({ errors = [] }: GraphQLAnswer): ReadonlySet<string> {
  const [first] = errors;
  if (errors.length !== 1 || first?.path || first?.extensions['code'] !== 'BAD_USER_INPUT') return new Set();
  const paths = first.message.split('\n').map((line) => line.split('：')[0] ?? '');
  return new Set(paths.map((path) => path.replaceAll(/\.\d+(?=\.|$)/gu, '')));
}
