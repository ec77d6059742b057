import type { FieldResolvers, SubgraphContext } from '@mtg/subgraph-kit';
import { rowsById } from '../reading/read-rows';
import type { TableClass } from '../tables/table';
import { loaderOf } from './place-loader';

/** A row as a resolver is given it: read with what is derived, or as a command has written it. */
type GivenRow = Readonly<Record<string, unknown>> & { readonly id: string };

/** Resolves what is derived from the rows of a table, also of rows that a command has just written. */
export function derivedFields(owner: TableClass): FieldResolvers {
  const properties = Object.keys(owner.table.derived);
  const wanted = { columns: new Set(properties), relations: new Map<string, never>() };
  const read = (context: SubgraphContext, id: string) =>
    loaderOf(context, owner, () => rowsById(owner, wanted)(context)).load(id);
  const resolver = (property: string) => (row: GivenRow, _: unknown, context: SubgraphContext) => {
    const known = row[property];
    if (known !== undefined) return known;
    return read(context, row.id).then((found) => found?.[property as keyof typeof found]);
  };
  return {
    [owner.table.name]: Object.fromEntries(properties.map((property) => [property, resolver(property)])),
  };
}
