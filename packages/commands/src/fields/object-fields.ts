import { groupByKey, type Class, type FieldResolvers, type SubgraphContext } from '@mtg/subgraph-kit';
import type { GraphQLFieldResolver } from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { readRows } from '../reading/read-rows';
import type { ReadRow } from '../reading/read-row';
import { wantedOf, type Wanted } from '../reading/wanted';
import type { TableClass } from '../tables/table';
import type { TableSet } from '../tables/table-set';
import type { Fields } from './list-fields';
import { loaderOf } from './place-loader';
import { schemaField } from './schema-field';

/** An object that is known by its id, of whatever type it is. */
interface KnownById {
  readonly id: string;
}

/**
 * Puts a field for each table onto a type that is known by an id alone: the row of that id, as far as the caller reads it, or
 * null where the id is that of another table's row. The rows of all objects in a place are read by one statement.
 */
export function objectFields(
  type: Class,
  typeName: string,
  set: TableSet,
  targets: readonly TableClass[],
): Fields {
  const resolvers: Record<string, FieldResolvers[string][string]> = {};
  const fields = targets.map((target) => {
    const name = objectField(target);
    resolvers[name] = rowOf(set, target);
    return schemaField(type, { name, returns: () => target, description: descriptionOf(target) });
  });
  return { resolvers: fields, fieldResolvers: { [typeName]: resolvers } };
}

/** Name of the field with a row of a table, e.g. `workOrder`. */
const objectField = ({ table: { name } }: TableClass): string =>
  `${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** Reference data are described by their types. */
const descriptionOf = (target: TableClass): string =>
  getMetadataStorage().objectTypes.find((each) => each.target === target)?.description ??
  target.table.description;

const rowOf =
  (set: TableSet, target: TableClass): GraphQLFieldResolver<KnownById, SubgraphContext> =>
  ({ id }, _, context, info) =>
    loaderOf(context, info.fieldNodes, () =>
      byId(context, target, wantedOf(set, target, info.fieldNodes, info)),
    ).load(id);

/** Withdrawn rows are among them, as where one is asked for by its id. */
const byId =
  (context: SubgraphContext, target: TableClass, wanted: Wanted) =>
  async (ids: readonly string[]): Promise<readonly (ReadRow | null)[]> => {
    const rows = await readRows(context, target, {
      where: (statement, row) => `${row}.id = ANY (${statement.value(ids)}::uuid[])`,
      wanted: { ...wanted, columns: new Set([...wanted.columns, 'id']) },
      withdrawn: true,
    });
    return groupByKey(ids, rows, ({ id }) => id).map(([row]) => row ?? null);
  };
