import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeSupergraph } from '@mtg/composition';
import { graphql, parse } from 'graphql';
import type { Behaviour } from './servers';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n';

const DISTRICT_SDL = `${LINK}
  type Query { district: District! streets: [Street]! street(code: ID!): Street }
  type District { name: String! }
  interface Street { code: ID! name: String! }
  type DayuStreet implements Street @key(fields: "code") { code: ID! name: String! }
  type ChengziStreet implements Street @key(fields: "code") { code: ID! name: String! }
  type BaseTask @key(fields: "number") { number: Int! title: String! }`;

const streetSdl = (type: string, root: string): string => `${LINK}
  type Query { ${root}: ${type} }
  type Mutation { ${root}: ${type}Mutation }
  type ${type}Mutation { renameCenter(name: String!): Center }
  interface Street { code: ID! centers(kind: Kind): [Center!] }
  type ${type} implements Street @key(fields: "code") { code: ID! centers(kind: Kind): [Center!] hotline: String places: [Place!] hits: [Hit!] }
  interface Place { name: String! }
  union Hit = Center | Agency
  type Agency implements Place @shareable { name: String! department: String }
  type Center implements Place @shareable { name: String! kind: Kind rank: Int tasks: [BaseTask] }
  enum Kind { FUNCTIONAL LOCAL }
  type BaseTask @key(fields: "number", resolvable: false) { number: Int! }`;

export const SUPERGRAPH = composeSupergraph([
  { name: 'district', url: 'http://unused.test/graphql', sdl: DISTRICT_SDL },
  { name: 'dayu', url: 'http://unused.test/graphql', sdl: streetSdl('DayuStreet', 'dayu') },
  { name: 'chengzi', url: 'http://unused.test/graphql', sdl: streetSdl('ChengziStreet', 'chengzi') },
]).supergraphSdl;

type Resolvers = NonNullable<
  Parameters<typeof buildSubgraphSchema>[0] extends infer M
    ? Extract<M, { resolvers?: unknown }>['resolvers']
    : never
>;

/** A subgraph that does what it should. */
function executing(sdl: string, resolvers: Resolvers): Behaviour {
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers });
  return async (body, response) => {
    const { query, variables } = JSON.parse(body) as { query: string; variables?: Record<string, unknown> };
    const result = await graphql({ schema, source: query, variableValues: variables });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };
}

const STREETS = [
  { __typename: 'DayuStreet', code: 'DAYU', name: '大峪街道' },
  { __typename: 'ChengziStreet', code: 'CHENGZI', name: '城子街道' },
];

export const district = (): Behaviour =>
  executing(DISTRICT_SDL, {
    Query: {
      district: () => ({ name: '门头沟区' }),
      streets: () => STREETS,
      street: (_parent: unknown, { code }: { code: string }) =>
        STREETS.find((street) => street.code === code),
    },
    Street: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
    BaseTask: {
      __resolveReference: ({ number }: { number: number }) => ({ number, title: `任务${number}` }),
    },
  });

/** @param centers replaces the resolver of a street's centers, to let it fail */
export function street(type: string, root: string, centers: () => unknown = defaultCenters): Behaviour {
  const self = () => ({ code: root.toUpperCase() });
  return executing(streetSdl(type, root), {
    Query: { [root]: self },
    Mutation: { [root]: () => ({}) },
    [`${type}Mutation`]: { renameCenter: (_parent: unknown, { name }: { name: string }) => ({ name }) },
    Street: { __resolveType: () => type },
    [type]: { __resolveReference: self, centers, hotline: () => '12345', places, hits: places },
  });
}

const defaultCenters = () => [
  { name: '党群活动中心', kind: 'FUNCTIONAL', rank: 1, tasks: [{ number: 1 }, { number: 2 }] },
  { name: '综合服务中心', kind: 'LOCAL', rank: 2, tasks: [] },
];

const places = () => [
  { __typename: 'Agency', name: '司法所', department: null },
  { __typename: 'Center', name: '综合服务中心', kind: 'LOCAL' },
];
