import { UUID, zhEn, type Class, type FieldResolvers, type SubgraphContext } from '@mtg/subgraph-kit';
import type { GraphQLResolveInfo } from 'graphql';
import { checkInput } from '../input/check-input';
import { inputType } from '../input/input-type';
import { optional } from '../input/fields';
import { COMMON_FILTERS } from '../lists/common-filters';
import { connectionType } from '../lists/connection';
import { filtersOf } from '../lists/list-filters';
import { orderByOf } from '../lists/list-order';
import { PageArgs } from '../reading/page-args';
import { readPage, type PageWanted } from '../lists/read-page';
import type { ReadRow } from '../reading/read-row';
import { readRows } from '../reading/read-rows';
import { fieldsBelow } from '../reading/selection';
import { wantedOf } from '../reading/wanted';
import type { TableClass } from '../tables/table';
import type { TableSet } from '../tables/table-set';
import { schemaField } from './schema-field';

/** Fields of the schema and what they resolve to. */
export interface Fields {
  readonly resolvers: readonly Class[];
  readonly fieldResolvers: FieldResolvers;
}

/** Puts a table's list and the field with the row of an id onto a type: `workOrders`, `workOrder`. */
export function listFields(type: Class, typeName: string, set: TableSet, target: TableClass): Fields {
  const { table } = target;
  const filters = filtersOf(table);
  const filter = inputType(
    `${table.name}Filter`,
    zhEn(`${table.label.zh}的筛选条件`, `Filter of \`${table.many}\``),
    {
      ...COMMON_FILTERS,
      ...Object.fromEntries(Object.entries(filters).map(([name, { field }]) => [name, optional(field)])),
    },
  );
  const orderBy = orderByOf(table);
  const Connection = connectionType<ReadRow>(target, table.name, table.description);
  const list = schemaField(type, {
    name: table.many,
    returns: () => Connection,
    description: table.listDescription,
    argsClass: PageArgs,
    args: {
      filter: { graphqlType: () => filter.class, nullable: true, description: zhEn('筛选', 'Filter') },
      orderBy,
    },
  });
  const one = schemaField(type, {
    name: table.one,
    returns: () => target,
    description: table.description,
    args: { id: { graphqlType: () => UUID, nullable: false, description: zhEn('标识', 'Id of the row') } },
  });
  const resolveList = async (
    _: unknown,
    given: PageArgs & { readonly filter?: unknown; readonly orderBy?: unknown },
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ) => {
    const asked = {
      page: given,
      filter: given.filter
        ? (checkInput(filter.check, given.filter, 'filter') as object as Record<string, unknown>)
        : {},
      orderBy: given.orderBy ? checkInput(orderBy.check, given.orderBy, 'orderBy') : [],
    };
    return new Connection(await readPage(context, target, filters, asked, pageWanted(set, target, info)));
  };
  const resolveOne = async (
    _: unknown,
    { id }: { readonly id: string },
    context: SubgraphContext,
    info: GraphQLResolveInfo,
  ) => {
    const [row] = await readRows(context, target, {
      where: (statement, alias) => `${alias}.id = ${statement.value(id, 'uuid')}`,
      wanted: wantedOf(set, target, info.fieldNodes, info),
      withdrawn: true,
    });
    return row ?? null;
  };
  return {
    resolvers: [list, one],
    fieldResolvers: { [typeName]: { [table.many]: resolveList, [table.one]: resolveOne } },
  };
}

/** Requested parts of a page, from the selections of its connection. */
function pageWanted(set: TableSet, target: TableClass, info: GraphQLResolveInfo): PageWanted {
  const fields = fieldsBelow(info.fieldNodes, info);
  const edges = fields.get('edges') ?? [];
  const nodes = [...(fields.get('nodes') ?? []), ...(fieldsBelow(edges, info).get('node') ?? [])];
  const areRowsWanted = nodes.length > 0 || edges.length > 0 || fields.has('pageInfo');
  return {
    rows: areRowsWanted ? wantedOf(set, target, nodes, info) : undefined,
    count: fields.has('totalCount'),
  };
}
