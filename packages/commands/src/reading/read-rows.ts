import { groupByKey, type SubgraphContext } from '@mtg/subgraph-kit';
import { columnOf } from '../tables/column-of';
import type { TableClass, TableRow } from '../tables/table';
import type { ReadRow } from './read-row';
import { restrictionIfAny, restrictionOf, type Restriction } from './restriction';
import { inForce, rowsAsJson, rowsSql } from './rows-sql';
import { Statement } from './statement';
import { allColumns, type Wanted } from './wanted';

/** Selection of rows of a table. */
export interface RowsAsked {
  /** SQL that holds for them. @param row alias of the table */
  readonly where?: (statement: Statement, row: string) => string | undefined;
  /** All columns without it. */
  readonly wanted?: Wanted;
  /** SQL of their order; that of recording without it. @param row alias of the table */
  readonly order?: (row: string) => string;
  /** Tombstones among them; there are none, unless said otherwise. */
  readonly withdrawn?: boolean;
}

type Reader = Pick<SubgraphContext, 'database' | 'actor' | 'owner' | 'clock'>;

const byId = (row: string): string => `${row}.id`;

/**
 * The rows that the caller reads, by one statement.
 *
 * @throws PublicError UNAUTHENTICATED or FORBIDDEN when that is none
 */
export const readRows = async <Row extends TableRow>(
  context: Reader,
  table: TableClass<Row>,
  asked: RowsAsked,
): Promise<readonly ReadRow<Row>[]> => select(context, table, restrictionOf(context, table.table), asked);

async function select<Row extends TableRow>(
  context: Reader,
  table: TableClass<Row>,
  restriction: Restriction,
  { where, wanted = allColumns(table), order = byId, withdrawn = false }: RowsAsked,
): Promise<readonly ReadRow<Row>[]> {
  const statement = new Statement(context.clock);
  const row = statement.alias();
  const sql = rowsSql(statement, context, {
    table,
    wanted,
    row,
    conditions: [where?.(statement, row), withdrawn ? undefined : inForce(row), restriction(statement, row)],
    order: order(row),
  });
  const [answer]: readonly { readonly rows: readonly ReadRow<Row>[] }[] = await context.database.query(
    `SELECT ${rowsAsJson(statement, sql)} AS rows`,
    statement.values,
  );
  return answer?.rows ?? [];
}

/** DataLoader's batch function: the row in force of each id, as far as the caller reads it; or null. */
export const rowsById = <Row extends TableRow>(table: TableClass<Row>, wanted?: Wanted) =>
  rowsByKey(table, 'id', wanted);

/** DataLoader's batch function: the row in force with each value of a property that is unique, or null. */
export const rowsByKey =
  <Row extends TableRow>(table: TableClass<Row>, key: string, wanted?: Wanted) =>
  (context: Reader) =>
  async (keys: readonly string[]): Promise<(ReadRow<Row> | null)[]> => {
    const type = table.table.readable.get(key)?.sql ?? 'text';
    const rows = await readRows(context, table, {
      where: (statement, row) => `${columnOf(row, key)} = ANY (${statement.value(keys)}::${type}[])`,
      ...(wanted && { wanted: { ...wanted, columns: new Set([...wanted.columns, key]) } }),
    });
    // The key is a column of texts or ids.
    return groupByKey(keys, rows, (row) => row[key as keyof typeof row] as string).map(
      ([row]) => row ?? null,
    );
  };

/**
 * The ids among these of rows that the caller reads; none where the policy table says so.
 *
 * @throws PublicError UNAUTHENTICATED without a token
 */
export async function readableIds(
  context: Reader,
  table: TableClass,
  ids: readonly string[],
): Promise<readonly string[]> {
  const restriction = context.actor
    ? restrictionIfAny(context, table.table)
    : restrictionOf(context, table.table);
  if (!restriction || ids.length === 0) return [];
  const rows = await select(context, table, restriction, {
    where: (statement, row) => `${row}.id = ANY (${statement.value(ids)}::uuid[])`,
    wanted: { columns: new Set(), relations: new Map() },
  });
  return rows.map(({ id }) => id);
}
