import type { FieldGroup } from '@mtg/access';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import { columnOf } from '../tables/column-of';
import type { TableClass } from '../tables/table';
import { restrictionOf } from './restriction';
import { inForce } from './rows-sql';
import { Statement } from './statement';

/** Rows of a table that are counted, and how. */
export interface CountsAsked {
  /** Field group whose readers see the counts. Default: that of the table. */
  readonly group?: FieldGroup;
  /** Properties by which the rows are grouped; each is a column of the counts. */
  readonly by?: readonly string[];
  /** SQL of what else they are grouped by, by name, e.g. the month of a day. It comes first. @param row alias of the table */
  readonly groups?: (row: string) => Readonly<Record<string, string>>;
  /** SQL of the counts by name. @param row alias of the table */
  readonly counts: (statement: Statement, row: string) => Readonly<Record<string, string>>;
  /** SQL of amounts of money by name; none is zero. @param row alias of the table */
  readonly amounts?: (row: string) => Readonly<Record<string, string>>;
  /** SQL that holds for the rows. @param row alias of the table */
  readonly where?: (statement: Statement, row: string) => string;
}

type Reader = Pick<SubgraphContext, 'database' | 'actor' | 'owner' | 'clock'>;

/**
 * Statistics of the rows that the caller reads, by one statement.
 *
 * @throws PublicError UNAUTHENTICATED or FORBIDDEN when the caller reads none
 */
export async function countRows<Count>(
  context: Reader,
  table: TableClass,
  asked: CountsAsked,
): Promise<readonly Count[]> {
  const { sql, values } = countsSql(context, table, asked);
  return context.database.query(sql, values);
}

/** The statement of the counts. */
function countsSql(
  context: Omit<Reader, 'database'>,
  { table }: TableClass,
  { group = table.group, by = [], groups: grouped, counts, amounts, where }: CountsAsked,
): { readonly sql: string; readonly values: unknown[] } {
  const restriction = restrictionOf(context, { ...table, group });
  const statement = new Statement(context.clock);
  const row = statement.alias();
  const groups = [
    ...Object.entries(grouped?.(row) ?? {}).map(([name, sql]) => `${sql} AS "${name}"`),
    ...by.map((property) => `${columnOf(row, property)} AS "${property}"`),
  ];
  const columns = [
    ...Object.entries(counts(statement, row)).map(([name, sql]) => `(${sql})::int AS "${name}"`),
    ...Object.entries(amounts?.(row) ?? {}).map(
      ([name, sql]) => `coalesce(${sql}, 0)::numeric(15,2)::text AS "${name}"`,
    ),
  ];
  const conditions = [where?.(statement, row), inForce(row), restriction(statement, row)];
  const places = groups.map((_, index) => String(index + 1)).join(', ');
  const sql = [
    `SELECT ${[...groups, ...columns].join(', ')} FROM ${table.sqlName} ${row}`,
    `WHERE ${conditions.filter((each) => each !== undefined).join(' AND ')}`,
    ...(groups.length > 0 ? [`GROUP BY ${places} ORDER BY ${places}`] : []),
  ].join(' ');
  return { sql, values: statement.values };
}
