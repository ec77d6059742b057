import type { Dataset, DatasetColumn } from '@mtg/datasets';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Binder } from '../bind';
import type { Condition } from '../filter/condition';
import { ConditionSql } from '../filter/condition-sql';
import type { Position } from '../position/position';
import { readCursor } from './cursor';
import { behind, orderSql, totalOrder, type OrderTerm } from './order';

/** Which rows of a dataset, in which order. */
export interface RowsQuery {
  readonly dataset: Dataset;
  readonly select: readonly DatasetColumn[];
  readonly filter?: Condition | undefined;
  /** The feed's without it: street by street, each in the order of its changes. */
  readonly order?: readonly OrderTerm[] | undefined;
  /** The cursor of the row before the first. Takes an order. */
  readonly after?: string | undefined;
  /** Rows changed since, and ids of those removed since. Comes in the order of the feed. */
  readonly since?: Position | undefined;
  /** With `since`: changed rows for which it does not hold come as removed, so that a filtered copy loses them. */
  readonly leaving?: Condition | undefined;
  readonly limit?: number | undefined;
  readonly skip?: number | undefined;
}

/** Name of the column that says that a row is no longer there. */
export const REMOVED_COLUMN = 'removed';

/** The position that orders a part, selected or not. No dataset has a column of this name. */
const FEED = 'feed_position';

const STREET = 'street';

/** SQL of one column, without others. */
const named = ({ name }: DatasetColumn): string => escapeIdentifier(name);

const nothing = (column: DatasetColumn): string => `NULL::${column.sql} AS ${named(column)}`;

/** Schema-qualified name of a dataset's view. */
export const viewOf = ({ name }: Dataset): string => `bi.${escapeIdentifier(name)}`;

/**
 * The statement that reads rows.
 *
 * @param streets codes of the sources that have rows of the dataset, in the order of the feed
 * @throws QueryProblem for names, values and cursors that do not fit
 */
export function rowsSql(query: RowsQuery, streets: readonly string[], binder: Binder): string {
  return [partsOf(query, streets, binder), ...limits(query)].join('\n');
}

function partsOf(query: RowsQuery, streets: readonly string[], binder: Binder): string {
  const { order } = query;
  if (!order) return inFeed(query, streets, binder);
  return order[0]?.column.name === STREET
    ? byStreet(query, totalOrder(query.dataset, order), streets, binder)
    : inOrder(query, order, binder);
}

/** The number of rows that a filter leaves. */
export function countSql({ dataset, filter }: RowsQuery, binder: Binder): string {
  const where = filter ? ` WHERE ${new ConditionSql(dataset, binder).of(filter)}` : '';
  return `SELECT count(*) AS count FROM ${viewOf(dataset)}${where}`;
}

function inOrder(query: RowsQuery, given: readonly OrderTerm[], binder: Binder): string {
  const { dataset, select, filter, after } = query;
  const order = totalOrder(dataset, given);
  const conditions = [
    ...(filter ? [new ConditionSql(dataset, binder).of(filter)] : []),
    ...(after === undefined ? [] : [behind(order, readCursor(dataset.name, order, after), binder)]),
  ];
  const where = conditions.length > 0 ? `\nWHERE ${conditions.join(' AND ')}` : '';
  return `SELECT ${select.map(named).join(', ')}\nFROM ${viewOf(dataset)}${where}\nORDER BY ${orderSql(order)}`;
}

/**
 * Street by street: each part is read from the index of its feed, and none before it is needed, so that the last page costs
 * what the first one does.
 */
function inFeed(query: RowsQuery, streets: readonly string[], binder: Binder): string {
  if (streets.length === 0) return noRows(query);
  const enough = enoughOf(query, streets);
  return streets
    .map((street) => `(${streetPart(query, street, binder)}\nORDER BY ${FEED}${enough})`)
    .join('\nUNION ALL\n');
}

/**
 * Rows ordered by street first: each part is read in the order of the rest, by an index where there is one, and those before
 * the cursor's street are left out. The ids of a page are found first: the joins of a view are made for its rows alone.
 */
function byStreet(
  query: RowsQuery,
  order: readonly OrderTerm[],
  streets: readonly string[],
  binder: Binder,
): string {
  const { dataset, select, filter, after, limit, skip = 0 } = query;
  const [first, ...rest] = order;
  const [from = null, ...values] = after === undefined ? [] : readCursor(dataset.name, order, after);
  const sorted = first?.descending ? streets.toSorted().toReversed() : streets.toSorted();
  const left = sorted.filter(
    (street) => from === null || street === from || street > from === !first?.descending,
  );
  if (left.length === 0) return noRows(query);
  const enough = enoughOf(query, left);
  return left
    .map((street) => {
      const conditions = [
        `${STREET} = ${escapeLiteral(street)}`,
        ...(filter ? [new ConditionSql(dataset, binder).of(filter)] : []),
        ...(street === from ? [behind(rest, values, binder)] : []),
      ];
      const rows = `SELECT ${select.map(named).join(', ')} FROM ${viewOf(dataset)}`;
      const sorted = `ORDER BY ${orderSql(rest)}`;
      if (limit === undefined) return `(${rows} WHERE ${conditions.join(' AND ')}\n${sorted})`;
      const ids = `SELECT id FROM ${viewOf(dataset)} WHERE ${conditions.join(' AND ')}\n${sorted} LIMIT ${limit + skip}`;
      return `(${rows} WHERE ${conditions[0]} AND id = ANY (ARRAY(${ids}))\n${sorted}${enough})`;
    })
    .join('\nUNION ALL\n');
}

/** The limit of a part. One that is all there is has that of the whole: a statement takes one. */
const enoughOf = ({ limit, skip = 0 }: RowsQuery, parts: readonly string[]): string =>
  limit === undefined || parts.length === 1 ? '' : ` LIMIT ${limit + skip}`;

function noRows({ select, since }: RowsQuery): string {
  const none = [...select.map(nothing), ...(since ? [`NULL::boolean AS ${REMOVED_COLUMN}`] : [])];
  return `SELECT ${none.join(', ')} WHERE false`;
}

function streetPart(query: RowsQuery, street: string, binder: Binder): string {
  const { dataset, select, filter, since, leaving } = query;
  const from = since?.get(street);
  const changed = [
    `street = ${escapeLiteral(street)}`,
    ...(from === undefined ? [] : [`position > ${binder.bind(String(from), 'bigint')}`]),
  ];
  const conditions = [...changed, ...(filter ? [new ConditionSql(dataset, binder).of(filter)] : [])];
  const gone = leaving ? new ConditionSql(dataset, binder).of({ kind: 'NOT', condition: leaving }) : 'false';
  const rows = `SELECT ${select.map(named).join(', ')}${since ? `, ${gone} AS ${REMOVED_COLUMN}` : ''}, position
    FROM ${viewOf(dataset)} WHERE ${conditions.join(' AND ')}`;
  const outer = `SELECT ${[...select.map(named), ...(since ? [REMOVED_COLUMN] : [])].join(', ')}`;
  if (!since) return `${outer} FROM (${rows}) AS part (${[...select.map(named), FEED].join(', ')})`;
  const removed = `SELECT ${select.map(ofRemoved).join(', ')}, true, position FROM bi.removed_rows
    WHERE ${[...changed, `table_name IN (${tablesOf(dataset).map(escapeLiteral).join(', ')})`].join(' AND ')}`;
  return `${outer} FROM (${rows} UNION ALL ${removed}) AS part (${[...select.map(named), REMOVED_COLUMN, FEED].join(', ')})`;
}

const tablesOf = ({ table, furtherTables }: Dataset): readonly string[] => [table, ...furtherTables];

/** Of a row that is gone its street, its id and its position are known. */
const KNOWN_OF_REMOVED: ReadonlySet<string> = new Set(['street', 'id', 'position']);

const ofRemoved = (column: DatasetColumn): string =>
  KNOWN_OF_REMOVED.has(column.name) ? named(column) : `NULL::${column.sql}`;

const limits = ({ limit, skip }: RowsQuery): readonly string[] => [
  ...(limit === undefined ? [] : [`LIMIT ${limit}`]),
  ...(skip === undefined || skip === 0 ? [] : [`OFFSET ${skip}`]),
];
