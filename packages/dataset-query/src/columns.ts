import type { Dataset, DatasetColumn } from '@mtg/datasets';
import { QueryProblem } from './query-problem';

/**
 * A column of a dataset by its name in SQL or in GraphQL.
 *
 * @throws QueryProblem that lists the columns
 */
export function columnNamed({ name: dataset, columns }: Dataset, name: string, field: string): DatasetColumn {
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
