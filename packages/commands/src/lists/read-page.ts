import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { ReadRow } from '../reading/read-row';
import { restrictionOf } from '../reading/restriction';
import { inForce, rowsAsJson, rowsSql } from '../reading/rows-sql';
import { Statement } from '../reading/statement';
import type { Wanted } from '../reading/wanted';
import { columnOf } from '../tables/column-of';
import type { TableClass } from '../tables/table';
import type { Page } from './connection';
import { beyond, orderSql } from './keyset';
import { readCursor, writeCursor } from './list-cursor';
import type { ListFilters } from './list-filters';
import type { Ordering } from './list-order';
import { readPageArgs, type PageArgs } from '../reading/page-args';

/** Requested parts of a page. */
export interface PageWanted {
  /** Of its rows; undefined when no row is. */
  readonly rows: Wanted | undefined;
  readonly count: boolean;
}

/** A list as its client asks for it, with arguments that were checked. */
export interface ListAsked {
  readonly page: PageArgs;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly orderBy: readonly Ordering[];
}

/**
 * One page of the rows that the caller reads and their number, by one statement. A page is found by its place in the
 * order, so that its cost does not grow with the place.
 *
 * @throws PublicError UNAUTHENTICATED, FORBIDDEN; BAD_USER_INPUT for arguments that make no sense
 */
export async function readPage(
  context: Pick<SubgraphContext, 'database' | 'actor' | 'owner' | 'clock'>,
  table: TableClass,
  filters: ListFilters,
  { page, filter, orderBy }: ListAsked,
  wanted: PageWanted,
): Promise<Page<ReadRow>> {
  const { size, backwards, after, before } = readPageArgs(page);
  const restriction = restrictionOf(context, table.table);
  const orderings = orderOf(table, orderBy, filter['updatedSince'] instanceof Date);
  const places = {
    after: after === null ? undefined : readCursor(after, 'after', orderings),
    before: before === null ? undefined : readCursor(before, 'before', orderings),
  };
  const statement = new Statement(context.clock);
  const parts: string[] = [];
  if (wanted.rows) {
    const row = statement.alias();
    const columns = new Set([...wanted.rows.columns, ...orderings.map(({ column }) => column.property)]);
    const sql = rowsSql(statement, context, {
      table,
      wanted: { ...wanted.rows, columns },
      row,
      conditions: [
        ...conditionsOf(statement, row, filters, filter),
        restriction(statement, row),
        places.after && beyond(statement, row, orderings, places.after, 'AFTER'),
        places.before && beyond(statement, row, orderings, places.before, 'BEFORE'),
      ],
      order: orderSql(statement, row, orderings, backwards),
      // One more than asked for tells whether there are more.
      limit: size + 1,
    });
    parts.push(`${rowsAsJson(statement, sql)} AS rows`);
  }
  if (wanted.count) {
    const row = statement.alias();
    const conditions = [...conditionsOf(statement, row, filters, filter), restriction(statement, row)];
    const where = conditions.filter((each) => each !== undefined).join(' AND ');
    parts.push(`(SELECT count(*)::int FROM ${table.table.sqlName} ${row} WHERE ${where}) AS "totalCount"`);
  }
  const answer = parts.length > 0 ? await ask(context, statement, parts) : {};
  const { rows: found = [], totalCount } = answer;
  const more = found.length > size;
  const rows = more ? found.slice(0, size) : found;
  return {
    rows: backwards ? rows.toReversed() : rows,
    cursorOf: (row) =>
      writeCursor(orderings, {
        values: orderings.map(({ column }) => row[column.property as keyof ReadRow]),
        id: row.id,
      }),
    hasNextPage: backwards ? before !== null : more,
    hasPreviousPage: backwards ? more : after !== null,
    count: () => totalCount,
  };
}

interface Answer {
  readonly rows?: readonly ReadRow[];
  readonly totalCount?: number;
}

async function ask(
  { database }: Pick<SubgraphContext, 'database'>,
  { values }: Statement,
  parts: readonly string[],
): Promise<Answer> {
  const [answer]: readonly Answer[] = await database.query(`SELECT ${parts.join(', ')}`, values);
  return answer ?? {};
}

/** A list of changes is in their order, unless its client says otherwise. */
function orderOf(
  { table }: TableClass,
  orderBy: readonly Ordering[],
  isOfChanges: boolean,
): readonly Ordering[] {
  const column = table.readable.get('updatedAt');
  return orderBy.length === 0 && isOfChanges && column ? [{ column, direction: 'ASC' }] : orderBy;
}

function conditionsOf(
  statement: Statement,
  row: string,
  filters: ListFilters,
  { updatedSince, sample, ...own }: ListAsked['filter'],
): readonly string[] {
  const conditions = [
    updatedSince instanceof Date
      ? `${columnOf(row, 'updatedAt')} >= ${statement.value(updatedSince)}`
      : inForce(row),
  ];
  if (typeof sample === 'boolean') conditions.push(`${row}.sample = ${statement.value(sample)}`);
  for (const [name, value] of Object.entries(own)) {
    const filter = filters[name];
    if (!filter || value === null || value === undefined) continue;
    conditions.push(filter.condition(row, statement.value(value), statement.now));
  }
  return conditions;
}
