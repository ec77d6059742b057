import type { Statement } from '../reading/statement';
import type { Ordering } from './list-order';

/** A place in a list: the values that it is ordered by, of the row that stands there, and its id. */
export interface Place {
  readonly values: readonly unknown[];
  readonly id: string;
}

/** SQL of the order, or of its reverse. @param row alias of the table */
export function orderSql(
  statement: Statement,
  row: string,
  orderings: readonly Ordering[],
  backwards: boolean,
): string {
  const parts = orderings.map(
    ({ column, direction }) =>
      `${column.expression(row, statement.now)} ${(direction === 'ASC') === backwards ? 'DESC' : 'ASC'}`,
  );
  // Null is the greatest value to PostgreSQL: last when ascending, first when descending, and so the reverse is its mirror.
  return [...parts, `${row}.id ${backwards ? 'DESC' : 'ASC'}`].join(', ');
}

/**
 * SQL that says whether a row comes after a place, or before it. Its cost does not grow with the place.
 *
 * @param row alias of the table
 */
export function beyond(
  statement: Statement,
  row: string,
  orderings: readonly Ordering[],
  place: Place,
  side: 'AFTER' | 'BEFORE',
): string {
  if (orderings.every(({ column }) => !column.nullable) && haveOneDirection(orderings)) {
    return inOneDirection(statement, row, orderings, place, side);
  }
  const id = `${row}.id ${side === 'AFTER' ? '>' : '<'} ${statement.value(place.id, 'uuid')}`;
  return orderings.reduceRight((further, { column, direction }, index) => {
    const value = place.values[index];
    const stored = column.expression(row, statement.now);
    if (value === null) {
      // Nothing is greater than null, and all else is smaller.
      const strictly = (direction === 'ASC') === (side === 'AFTER') ? 'false' : `${stored} IS NOT NULL`;
      return `(${strictly} OR (${stored} IS NULL AND ${further}))`;
    }
    const given = statement.value(value, column.sql);
    const isGreater = (direction === 'ASC') === (side === 'AFTER');
    const strictly = isGreater ? `(${stored} > ${given} OR ${stored} IS NULL)` : `${stored} < ${given}`;
    return `(${strictly} OR (${stored} = ${given} AND ${further}))`;
  }, id);
}

const haveOneDirection = (orderings: readonly Ordering[]): boolean =>
  orderings.every(({ direction }) => direction === 'ASC');

/** A comparison of rows, for which an index over the columns serves. */
function inOneDirection(
  statement: Statement,
  row: string,
  orderings: readonly Ordering[],
  { values, id }: Place,
  side: 'AFTER' | 'BEFORE',
): string {
  const stored = [...orderings.map(({ column }) => column.expression(row, statement.now)), `${row}.id`];
  const given = [
    ...orderings.map(({ column }, index) => statement.value(values[index], column.sql)),
    statement.value(id, 'uuid'),
  ];
  return `(${stored.join(', ')}) ${side === 'AFTER' ? '>' : '<'} (${given.join(', ')})`;
}
