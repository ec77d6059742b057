import { isReadOnRecord } from '@mtg/access';
import type { FieldResolvers, SubgraphContext } from '@mtg/subgraph-kit';
import { recordReading } from '../audit/record-reading';
import type { TableClass } from '../tables/table';
import { loaderOf } from './place-loader';

/** A row as a resolver is given it. */
type GivenRow = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * Resolves the columns of a table whose readings are recorded. A value is given after the audit has the reading; where
 * that fails, so does the field. One entry names all rows that an operation reads at the same time, and each row once.
 */
export function fieldsOnRecord({ table }: TableClass): FieldResolvers {
  const { name, group, columns } = table;
  const properties = Object.keys(columns).filter((property) => columns[property]?.readOnRecord);
  if (group === undefined || properties.length === 0) return {};
  const place = {};
  const resolver = (property: string) => (row: GivenRow, _: unknown, context: SubgraphContext) => {
    const value = row[property];
    const { actor } = context;
    if (value === null || !actor || !isReadOnRecord(group, actor.role)) return value;
    const record = async (ids: readonly string[]): Promise<readonly true[]> => {
      await recordReading({ ...context, actor }, table, ids);
      return ids.map(() => true);
    };
    return loaderOf(context, place, () => record)
      .load(row.id)
      .then(() => value);
  };
  return { [name]: Object.fromEntries(properties.map((property) => [property, resolver(property)])) };
}
