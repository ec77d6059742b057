import type { Snapshot } from '@mtg/bi-doors';
import { columnNamed, Parameters, rowsSql, type RowsQuery } from '@mtg/dataset-query';

/** Counts rows, and stops at a number. */
export async function countUpTo(
  { client, streets }: Snapshot,
  query: RowsQuery,
  most: number,
): Promise<number> {
  const parameters = new Parameters();
  const limit = Math.min(query.limit ?? most, most);
  const select = [columnNamed(query.dataset, 'id', 'select')];
  const rows = rowsSql(
    { ...query, select, limit, order: query.after === undefined ? undefined : query.order },
    streets,
    parameters,
  );
  const { rows: counted } = await client.query<{ count: string }>(
    `SELECT count(*) FROM (${rows}) AS "row"`,
    parameters.values,
  );
  return Number(counted[0]?.count ?? 0);
}
