import { within, type Snapshot } from '@mtg/bi-doors';
import { countSql, groupCountSql, Parameters, type Binder, type RowsQuery } from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';
import { isGrouped, type Apply } from '../request/apply';
import { allOf, conditionOf, type Asked } from '../request/asked';
import { groupsQuery } from './groups-query';
import { readAll } from './raw';

/** The number of rows, or of groups, that meet the conditions, however many are asked for. */
export async function countOf(
  asked: Asked,
  dataset: Dataset,
  apply: Apply,
  snapshot: Snapshot,
): Promise<string> {
  const { client, parts } = snapshot;
  if (isGrouped(apply)) {
    const query = groupsQuery(asked, dataset, apply, snapshot);
    return counted(client, (binder) => groupCountSql(query, binder));
  }
  const { reader, options } = asked;
  const filter = within(reader, dataset, allOf([...apply.filters, conditionOf(options)]));
  const query: RowsQuery = { dataset, select: [], filter, parts };
  return counted(client, (binder) => countSql(query, binder));
}

async function counted(client: Snapshot['client'], sql: (binder: Binder) => string): Promise<string> {
  const parameters = new Parameters();
  const text = sql(parameters);
  const [row] = await readAll(client, text, parameters.values);
  return row?.[0] ?? '0';
}
