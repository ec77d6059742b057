import { escapeLiteral } from 'pg';
import type { Binder } from '../bind';
import { ConditionSql } from '../filter/condition-sql';
import { readCursor } from './cursor';
import { allParts, behind, orderOfPart, orderSql, partsBehind, totalOrder, type OrderTerm } from './order';
import { everyRow, limitsOf, named, noRows, viewOfStreet, type RowsQuery } from './query';

const STREET = 'street';
/** Rows up to which ids are found first: the array of more would take longer than the joins that it saves. */
const MOST_IDS = 120_000;

/**
 * Rows in an order. Of a page the ids are found first, in each street from an index where the order has one: the joins of a
 * view are made for its rows alone, and a row in the middle is found as fast as the first.
 */
export function inOrder(query: RowsQuery, streets: readonly string[], binder: Binder): string {
  const order = totalOrder(query.dataset, query.order ?? []);
  if (order[0]?.column.name === STREET) return byStreet(query, order, streets, binder);
  const { limit, skip = 0 } = query;
  if (limit === undefined || limit + skip > MOST_IDS) return sorted(query, order, binder);
  return streets.length === 0 ? noRows(query) : acrossStreets({ ...query, limit }, order, streets, binder);
}

/** All of them, sorted by the database. */
function sorted(query: RowsQuery, order: readonly OrderTerm[], binder: Binder): string {
  const { dataset, after } = query;
  const conditions = [
    ...conditionsOf(query, binder),
    ...(after === undefined ? [] : [behind(order, readCursor(dataset.name, order, after), binder)]),
  ];
  const where = conditions.length > 0 ? `\nWHERE ${conditions.join(' AND ')}` : '';
  const sort = `ORDER BY ${orderSql(order)}`;
  const from = everyRow(query, `${query.select.map(named).join(' ')} ${where} ${sort}`);
  return [`${rowsOf(query, `${from} AS every`)}${where}`, sort, ...limitsOf(query)].join('\n');
}

const conditionsOf = ({ dataset, filter }: RowsQuery, binder: Binder): readonly string[] =>
  filter ? [new ConditionSql(dataset, binder).of(filter)] : [];

/** @param from where the rows are */
const rowsOf = ({ select }: RowsQuery, from: string): string =>
  `SELECT ${select.map(named).join(', ')} FROM ${from}`;

/** A page of all streets: the first rows of each, of which the first are taken. */
function acrossStreets(
  query: RowsQuery & { readonly limit: number },
  order: readonly OrderTerm[],
  streets: readonly string[],
  binder: Binder,
): string {
  const { dataset, after, limit, skip = 0 } = query;
  const terms = [...new Set(order.map(({ column }) => named(column)))].join(', ');
  const conditions = conditionsOf(query, binder);
  const inTurn =
    after === undefined
      ? allParts(order)
      : partsBehind(order, readCursor(dataset.name, order, after), binder);
  const found = streets.flatMap((street) =>
    inTurn.map((part) => {
      const where = [`${STREET} = ${escapeLiteral(street)}`, ...conditions, part].join(' AND ');
      return `(SELECT ${terms} FROM ${viewOfStreet(query, street)} WHERE ${where} ORDER BY ${orderOfPart(order)} LIMIT ${limit + skip})`;
    }),
  );
  const ids = `SELECT id FROM (${found.join('\nUNION ALL\n')}) AS found ORDER BY ${orderSql(order)} ${limitsOf(query).join(' ')}`;
  const from = everyRow(query, `${query.select.map(named).join(' ')} ${terms}`);
  return `${rowsOf(query, `${from} AS every`)}\nWHERE id = ANY (ARRAY(${ids}))\nORDER BY ${orderSql(order)}`;
}

/** Rows ordered by street first: each part is read in the order of the rest, and those before the cursor's street are left out. */
function byStreet(
  query: RowsQuery,
  order: readonly OrderTerm[],
  streets: readonly string[],
  binder: Binder,
): string {
  const { dataset, after, limit, skip = 0 } = query;
  const [first, ...rest] = order;
  const [from = null, ...values] = after === undefined ? [] : readCursor(dataset.name, order, after);
  const inTurn = first?.descending ? streets.toSorted().toReversed() : streets.toSorted();
  const left = inTurn.filter(
    (street) => from === null || street === from || street > from === !first?.descending,
  );
  const found = left.flatMap((street) =>
    (street === from ? partsBehind(rest, values, binder) : allParts(rest)).map((part) => ({ street, part })),
  );
  if (found.length === 0) return noRows(query);
  // The limit of a part. One that is all there is has that of the whole: a statement takes one.
  const enough = limit === undefined || found.length === 1 ? '' : ` LIMIT ${limit + skip}`;
  const selects = found.map(({ street, part }) => {
    const here = `${STREET} = ${escapeLiteral(street)}`;
    const where = [here, ...conditionsOf(query, binder), part].join(' AND ');
    const sort = `ORDER BY ${orderOfPart(rest)}`;
    const rows = rowsOf(query, viewOfStreet(query, street));
    if (limit === undefined) return `(${rows} WHERE ${where}\n${sort})`;
    const ids = `SELECT id FROM ${viewOfStreet(query, street)} WHERE ${where}\n${sort} LIMIT ${limit + skip}`;
    return `(${rows} WHERE ${here} AND id = ANY (ARRAY(${ids}))\n${sort}${enough})`;
  });
  return [selects.join('\nUNION ALL\n'), ...limitsOf(query)].join('\n');
}
