import {
  listOf,
  readRows,
  schemaField,
  wantedOf,
  type Fields,
  type RowsAsked,
  type TableClass,
  type TableSet,
} from '@mtg/commands';
import { ReferenceFilter, requireTimeInRange, patternOf, zhEn } from '@mtg/subgraph-kit';
import type { GraphQLResolveInfo } from 'graphql';
import type { StreetContext } from '../foundation/street-context';
import { STREET_CLASS } from '../foundation/street-interface';
import { Center } from './center';
import { localCenters } from './organization.repository';
import {
  communities,
  fieldAgencies,
  functionalCenters,
  posts,
  sections,
  serviceSystems,
} from './reference-tables';

/** Lists without pages: there are few of each. */
const LISTS: Readonly<Record<string, readonly [table: TableClass, description: string]>> = {
  sections: [sections, zhEn('科室', 'Sections of the street office')],
  serviceSystems: [serviceSystems, zhEn('服务体系', 'Service systems of the seven centers')],
  fieldAgencies: [fieldAgencies, zhEn('派出机构', 'Field agencies of departments in this street')],
  posts: [posts, zhEn('主任与副主任职位', 'Posts of directors and deputy directors')],
};

/** Puts the lists of the organization onto every street's type, each read with what hangs on its rows. */
export function organizationFields(set: TableSet): Fields {
  const read = (table: TableClass, context: StreetContext, info: GraphQLResolveInfo, more: RowsAsked = {}) =>
    readRows(context, table, { ...more, wanted: wantedOf(set, table, info.fieldNodes, info) });
  const centers = async (_: unknown, __: unknown, context: StreetContext, info: GraphQLResolveInfo) => {
    const [seven, own] = await Promise.all([
      read(functionalCenters, context, info, { order: (row) => `${row}.number` }),
      localCenters(context.database, context.profile),
    ]);
    return [...seven, ...own];
  };
  return {
    resolvers: [
      schemaField(STREET_CLASS, {
        name: 'centers',
        returns: () => listOf(Center),
        description: zhEn('中心', 'Centers: the seven functional centers in order, then local centers'),
      }),
      schemaField(STREET_CLASS, {
        name: 'localCenters',
        returns: () => listOf(Center),
        description: zhEn('本地中心', 'Local centers of the street'),
      }),
      schemaField(STREET_CLASS, {
        name: 'communities',
        returns: () => listOf(communities),
        description: zhEn('社区', 'Communities, ordered by code'),
        args: {
          filter: {
            graphqlType: () => ReferenceFilter,
            nullable: true,
            description: zhEn('筛选', 'Filter'),
          },
        },
      }),
      ...Object.entries(LISTS).map(([name, [table, description]]) =>
        schemaField(STREET_CLASS, { name, returns: () => listOf(table), description }),
      ),
    ],
    fieldResolvers: {
      Street: {
        centers,
        localCenters: (_: unknown, __: unknown, { database, profile }: StreetContext) =>
          localCenters(database, profile),
        communities: (
          _: unknown,
          { filter }: { readonly filter?: ReferenceFilter | null },
          context: StreetContext,
          info: GraphQLResolveInfo,
        ) => read(communities, context, info, communitiesAsked(filter ?? {})),
        ...Object.fromEntries(
          Object.entries(LISTS).map(([name, [table]]) => [
            name,
            (_: unknown, __: unknown, context: StreetContext, info: GraphQLResolveInfo) =>
              read(table, context, info),
          ]),
        ),
      },
    },
  };
}

/** @throws PublicError BAD_USER_INPUT for a time that makes no sense */
function communitiesAsked({ updatedSince, nameContains }: ReferenceFilter): RowsAsked {
  requireTimeInRange(updatedSince);
  return {
    withdrawn: Boolean(updatedSince),
    order: (row) => `${row}.code`,
    where: (statement, row) =>
      [
        'true',
        ...(updatedSince ? [`${row}.updated_at >= ${statement.value(updatedSince)}`] : []),
        ...(nameContains
          ? [`comparison_form(${row}.name) LIKE ${statement.value(patternOf(nameContains))}`]
          : []),
      ].join(' AND '),
  };
}
