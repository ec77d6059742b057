import type { DatasetColumn } from '@mtg/datasets';
import { QueryProblem } from './query-problem';

/** A column as far as queries know it. */
export type NamedColumn = Pick<DatasetColumn, 'name' | 'property' | 'sql' | 'role' | 'choices'>;

/** Columns, and the name of what has them: a dataset, or groups of its rows. */
export interface NamedColumns<Column extends NamedColumn = NamedColumn> {
  readonly name: string;
  readonly columns: readonly Column[];
}

/**
 * A column of a dataset by its name in SQL or in GraphQL.
 *
 * @throws QueryProblem that lists the columns
 */
export function columnNamed<Column extends NamedColumn>(
  { name: dataset, columns }: NamedColumns<Column>,
  name: string,
  field: string,
): Column {
  const found = columns.find((column) => column.name === name || column.property === name);
  if (!found) {
    const names = columns.map((column) => column.name).join(', ');
    throw new QueryProblem(field, {
      zh: `${dataset} 没有列“${name}”，可用：${names}`,
      en: `${dataset} has no column “${name}”. Choose from: ${names}`,
    });
  }
  return found;
}
