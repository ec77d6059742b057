import type { Doors, Freshness } from '@mtg/bi-doors';
import { readFreshness, takeConnection } from '@mtg/bi-doors';
import type { StreetListing } from '@mtg/subgraphs';
import type { GraphQLFieldResolver } from 'graphql';
import type { GraphContext } from './answers/context';
import { sourceFreshness } from './answers/freshness';
import { readGroups, type GroupsArguments } from './answers/groups-answer';
import { readRows, type RowsArguments } from './answers/rows-answer';
import { groupsField, rowsField, typeName } from './sdl/names';
import { hasObject } from './sdl/row-types';

/** The value of the root. */
interface Root {
  readonly strict: boolean;
}

/** Resolvers by type and field. GraphQL has checked the arguments of each. */
type Resolvers = Readonly<
  Record<string, Readonly<Record<string, GraphQLFieldResolver<never, GraphContext, never>>>>
>;

/** Resolvers of the subgraph: two fields for each dataset, and the links of rows to their streets. */
export const resolversOf = (
  doors: Pick<Doors, 'pool' | 'sources' | 'datasets'>,
  streets: readonly StreetListing[],
): Resolvers => {
  const typeByCode = new Map(streets.map(({ code, typeName: type }) => [code, type]));
  const live = ({ street }: { readonly street: string }): object | null => {
    const type = typeByCode.get(street);
    return type === undefined ? null : { __typename: type, code: street };
  };
  const object = ({
    object: { street, id },
  }: {
    readonly object: { readonly street: string; readonly id: string };
  }): object | null => {
    const type = typeByCode.get(street);
    return type === undefined ? null : { __typename: `${type}Object`, id };
  };
  return {
    Query: { insight: (_: unknown, root: Root): Root => root },
    Insight: {
      freshness: (_: Root, __: unknown, context) => freshnessFor(doors, context),
      ...Object.assign(
        {},
        ...doors.datasets.map((dataset): Resolvers[string] => ({
          [rowsField(dataset)]: ({ strict }: Root, given: RowsArguments, context, info) =>
            readRows(doors, dataset, strict, given, context, info),
          [groupsField(dataset)]: ({ strict }: Root, given: GroupsArguments, context) =>
            readGroups(doors, dataset, strict, given, context),
        })),
      ),
    },
    ...Object.fromEntries(
      doors.datasets
        .filter(({ owner }) => owner === 'STREET')
        .map((dataset) => [typeName(dataset), { live, ...(hasObject(dataset) && { object }) }]),
    ),
  };
};

/** How fresh the sources are that the reader has rows of. */
async function freshnessFor(
  doors: Pick<Doors, 'pool' | 'sources'>,
  { reader, inTurn }: GraphContext,
): Promise<readonly object[]> {
  const { street } = await reader();
  const isOwn = (each: Freshness): boolean =>
    street === undefined || each.street === street || each.street === 'DISTRICT';
  return inTurn(async () => {
    const client = await takeConnection(doors.pool);
    try {
      return sourceFreshness(doors, (await readFreshness(client)).filter(isOwn));
    } finally {
      client.release();
    }
  });
}
