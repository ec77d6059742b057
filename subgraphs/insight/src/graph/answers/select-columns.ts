import { fieldsBelow } from '@mtg/commands';
import type { Dataset, DatasetColumn } from '@mtg/datasets';
import type { GraphQLResolveInfo } from 'graphql';

/** Parts of a page that are asked for. */
export interface PageParts {
  /** Columns of its rows; those that tell one row from another are always among them. */
  readonly columns: readonly DatasetColumn[];
  /** True if any of its rows are asked for. */
  readonly hasRows: boolean;
  readonly hasCount: boolean;
}

/** Cursors, links and removals are made of these. */
const IDENTIFYING: ReadonlySet<string> = new Set(['street', 'id', 'position']);

const ROW_PARTS = ['nodes', 'edges', 'pageInfo', 'removed', 'position'];

/** Parts that a query selects of a page, so that no other column is read. */
export function partsOf({ columns }: Dataset, info: GraphQLResolveInfo): PageParts {
  const parts = fieldsBelow(info.fieldNodes, info);
  const nodes = [
    ...(parts.get('nodes') ?? []),
    ...(fieldsBelow(parts.get('edges') ?? [], info).get('node') ?? []),
  ];
  const fields = fieldsBelow(nodes, info);
  return {
    columns: columns.filter(({ name, property }) => IDENTIFYING.has(name) || fields.has(property)),
    hasRows: ROW_PARTS.some((name) => parts.has(name)),
    hasCount: parts.has('totalCount'),
  };
}
