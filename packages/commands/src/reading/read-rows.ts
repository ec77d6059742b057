import { groupByKey, type SubgraphContext } from '@mtg/subgraph-kit';
import type { WorkRow } from '../rows/work-row';
import type { TableClass } from '../tables/table';
import type { ReadRow } from './read-row';
import { mayRead, restrictionOf } from './restriction';
import { inForce, rowsAsJson, rowsSql } from './rows-sql';
import { Statement } from './statement';
import { allColumns, type Wanted } from './wanted';

/** Which rows of a table. */
export interface RowsAsked {
  /** SQL that holds for them. @param row alias of the table */
  readonly where: (statement: Statement, row: string) => string;
  /** All columns without it. */
  readonly wanted?: Wanted;
  /** Tombstones among them; there are none, unless said otherwise. */
  readonly withdrawn?: boolean;
}

/**
 * The rows that the caller reads, in the order of recording, by one statement.
 *
 * @throws PublicError UNAUTHENTICATED or FORBIDDEN when that is none
 */
export async function readRows<Row extends WorkRow>(
  context: Pick<SubgraphContext, 'database' | 'actor' | 'owner' | 'clock'>,
  table: TableClass<Row>,
  { where, wanted = allColumns(table), withdrawn = false }: RowsAsked,
): Promise<readonly ReadRow<Row>[]> {
  const restriction = restrictionOf(context, table.table);
  const statement = new Statement(context.clock);
  const row = statement.alias();
  const sql = rowsSql(statement, context, {
    table,
    wanted,
    row,
    conditions: [where(statement, row), withdrawn ? undefined : inForce(row), restriction(statement, row)],
    order: `${row}.id`,
  });
  const [answer]: readonly { readonly rows: readonly ReadRow<Row>[] }[] = await context.database.query(
    `SELECT ${rowsAsJson(statement, sql)} AS rows`,
    statement.values,
  );
  return answer?.rows ?? [];
}

/** DataLoader's batch function: the row in force of each id, as far as the caller reads it; or null. */
export const rowsById =
  <Row extends WorkRow>(table: TableClass<Row>, wanted?: Wanted) =>
  (context: Pick<SubgraphContext, 'database' | 'actor' | 'owner' | 'clock'>) =>
  async (ids: readonly string[]): Promise<(ReadRow<Row> | null)[]> => {
    const rows = await readRows(context, table, {
      where: (statement, row) => `${row}.id = ANY (${statement.value(ids)}::uuid[])`,
      ...(wanted && { wanted }),
    });
    return groupByKey(ids, rows, ({ id }) => id).map(([row]) => row ?? null);
  };

/**
 * The ids among these of rows that the caller reads; none where the policy table says so.
 *
 * @throws PublicError UNAUTHENTICATED without a token
 */
export async function readableIds(
  context: Pick<SubgraphContext, 'database' | 'actor' | 'owner' | 'clock'>,
  table: TableClass,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (!mayRead(context, table.table) && context.actor) return [];
  restrictionOf(context, table.table);
  if (ids.length === 0) return [];
  const rows = await readRows(context, table, {
    where: (statement, row) => `${row}.id = ANY (${statement.value(ids)}::uuid[])`,
    wanted: { columns: new Set(), relations: new Map() },
  });
  return rows.map(({ id }) => id);
}
