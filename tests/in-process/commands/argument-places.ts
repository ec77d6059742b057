import {
  getNamedType,
  isLeafType,
  isRequiredArgument,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { GraphQLAnswer } from '../../support/test-subgraph';
import { joinedQueries } from '../reading/joined-queries';
import type { SchemaWalk } from '../reading/schema-walk';

/** An argument of a field, in a query that gives it `$given`. */
interface ArgumentPlace {
  /** e.g. `WorkOrder.evidence` */
  readonly place: string;
  /** Alias of the field, by which an error names the place. */
  readonly alias: string;
  readonly query: string;
  /** The same with another alias and variable. */
  readonly queryWith: (alias: string, variable: string) => string;
}

/** Arguments of one name and type, whichever fields they belong to. */
export interface SameArguments {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly places: readonly ArgumentPlace[];
}

/** Codes of the errors that a value led to at a place. */
interface Judged {
  readonly place: string;
  readonly codes: readonly unknown[];
}

/**
 * Every argument that a walk comes to, by name and type.
 *
 * @param examples values of required arguments, by their names
 */
export function sameArguments(
  walk: SchemaWalk,
  examples: Readonly<Record<string, string>>,
): readonly SameArguments[] {
  const groups = new Map<string, SameArguments & { readonly places: ArgumentPlace[] }>();
  for (const { parent, field } of walk.withArguments()) {
    for (const argument of field.args) {
      const { name, type } = argument;
      const key = `${name}: ${String(type)}`;
      const group = groups.get(key) ?? { name, type, places: [] };
      groups.set(key, group);
      const others = field.args.filter((each) => each !== argument && isRequiredArgument(each));
      const given = others.map((each) => `${each.name}: ${examples[each.name] ?? ''}`);
      const below = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
      const alias = `at${group.places.length}`;
      const queryWith = (as: string, variable: string) =>
        walk.into(
          parent,
          `${as}: ${field.name}(${[`${name}: ${variable}`, ...given].toReversed().join(', ')})${below}`,
        );
      const query = queryWith(alias, '$given');
      group.places.push({ place: `${parent}.${field.name}`, alias, query, queryWith });
    }
  }
  return [...groups.values()];
}

/**
 * Judges a value at each of the places, in as few requests as tell them apart: a value that does not fit its type is refused
 * for every place of its variable, and an error of a field names its place. After any other error each place is asked alone.
 */
export function judgeOf(schema: GraphQLSchema, { type, places }: SameArguments) {
  const headed = (query: string) => `query ($given: ${String(type)}) ${query}`;
  const requests = joinedQueries(
    schema,
    places.map(({ query }) => query),
  ).map((query) => ({
    query: headed(query),
    within: places.filter(({ alias }) => query.includes(` ${alias}: `)),
  }));
  return async (ask: (query: string) => Promise<GraphQLAnswer>): Promise<readonly Judged[]> => {
    const judged = requests.map(async ({ query, within }) => {
      const told = errorsByPlace((await ask(query)).errors ?? [], within);
      if (told) return told;
      return Promise.all(
        within.map(async ({ place, query: alone }) => ({
          place,
          codes: codesOf((await ask(headed(alone))).errors ?? []),
        })),
      );
    });
    return (await Promise.all(judged)).flat();
  };
}

type Errors = NonNullable<GraphQLAnswer['errors']>;

const codesOf = (errors: Errors): readonly unknown[] => errors.map(({ extensions }) => extensions['code']);

/** Undefined if the errors do not tell of which places they are. */
function errorsByPlace(errors: Errors, places: readonly ArgumentPlace[]): readonly Judged[] | undefined {
  const [first] = errors;
  if (errors.length === 1 && first?.path === undefined && first?.extensions['code'] === 'BAD_USER_INPUT') {
    return places.map(({ place }) => ({ place, codes: codesOf(errors) }));
  }
  const isOf = ({ path = [] }: Errors[number], { alias }: ArgumentPlace) => path.includes(alias);
  const tells = (error: Errors[number]) =>
    error.extensions['code'] !== 'QUERY_TOO_LARGE' && places.some((each) => isOf(error, each));
  if (!errors.every(tells)) return undefined;
  return places.map((each) => ({
    place: each.place,
    codes: codesOf(errors.filter((error) => isOf(error, each))),
  }));
}
