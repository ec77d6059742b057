import type { DatasetColumn } from '@mtg/datasets';
import { escapeLiteral } from 'pg';
import type { Binder } from '../bind';
import { ConditionSql } from '../filter/condition-sql';
import { inOrder } from './ordered-rows';
import { everyRow, limitsOf, named, noRows, REMOVED_COLUMN, viewOfStreet, type RowsQuery } from './query';

/** The position that orders a part, selected or not. No dataset has a column of this name. */
const FEED = 'feed_position';

/**
 * The statement that reads rows.
 *
 * @param streets codes of the sources that have rows of the dataset, in the order of the feed
 * @throws QueryProblem for names, values and cursors that do not fit
 */
export function rowsSql(query: RowsQuery, streets: readonly string[], binder: Binder): string {
  return query.order
    ? inOrder(query, streets, binder)
    : [inFeed(query, streets, binder), ...limitsOf(query)].join('\n');
}

/** The number of rows that a filter leaves. */
export function countSql({ dataset, filter, parts }: RowsQuery, binder: Binder): string {
  const where = filter ? ` WHERE ${new ConditionSql(dataset, binder).of(filter)}` : '';
  return `SELECT count(*) AS count FROM ${everyRow({ dataset, parts }, where)} AS every${where}`;
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

/** The limit of a part. One that is all there is has that of the whole: a statement takes one. */
const enoughOf = ({ limit, skip = 0 }: RowsQuery, parts: readonly string[]): string =>
  limit === undefined || parts.length === 1 ? '' : ` LIMIT ${limit + skip}`;

function streetPart(query: RowsQuery, street: string, binder: Binder): string {
  const { dataset, select, filter, since, leaving } = query;
  const from = since?.get(street);
  const changed = [
    `street = ${escapeLiteral(street)}`,
    ...(from === undefined ? [] : [`position > ${binder.bind(String(from), 'bigint')}`]),
  ];
  const conditions = [...changed, ...(filter ? [new ConditionSql(dataset, binder).of(filter)] : [])];
  const gone = leaving ? `(${new ConditionSql(dataset, binder).of(leaving)} IS NOT TRUE)` : 'false';
  const rows = `SELECT ${select.map(named).join(', ')}${since ? `, ${gone} AS ${REMOVED_COLUMN}` : ''}, position
    FROM ${viewOfStreet(query, street)} WHERE ${conditions.join(' AND ')}`;
  const outer = `SELECT ${[...select.map(named), ...(since ? [REMOVED_COLUMN] : [])].join(', ')}`;
  if (!since) return `${outer} FROM (${rows}) AS part (${[...select.map(named), FEED].join(', ')})`;
  const those = [
    ...changed,
    `table_name IN (${tablesOf(dataset).map(escapeLiteral).join(', ')})`,
    // A row that is there again comes as it is.
    `NOT EXISTS (SELECT FROM ${viewOfStreet(query, street)} AS live WHERE live.street = ${escapeLiteral(street)} AND live.id = removed_rows.id)`,
  ];
  const removed = `SELECT ${select.map(ofRemoved).join(', ')}, true, position FROM bi.removed_rows WHERE ${those.join(' AND ')}`;
  return `${outer} FROM (${rows} UNION ALL ${removed}) AS part (${[...select.map(named), REMOVED_COLUMN, FEED].join(', ')})`;
}

const tablesOf = ({ table, furtherTables }: RowsQuery['dataset']): readonly string[] => [
  table,
  ...furtherTables,
];

/** Of a row that is gone its street, its id and its position are known. */
const KNOWN_OF_REMOVED: ReadonlySet<string> = new Set(['street', 'id', 'position']);

const ofRemoved = (column: DatasetColumn): string =>
  KNOWN_OF_REMOVED.has(column.name) ? named(column) : `NULL::${column.sql}`;
