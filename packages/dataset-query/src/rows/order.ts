import type { Dataset, DatasetColumn } from '@mtg/datasets';
import { escapeIdentifier } from 'pg';
import type { Binder } from '../bind';
import { columnNamed } from '../columns';
import { QueryProblem } from '../query-problem';

/** A column that rows are ordered by. An absent value is the greatest. */
export interface OrderTerm {
  readonly column: DatasetColumn;
  readonly descending: boolean;
}

const MOST_TERMS = 5;

/**
 * Reads `deadline desc,number`.
 *
 * @throws QueryProblem for a column that is not there or occurs twice
 */
export function parseOrder(dataset: Dataset, text: string, field = 'order'): readonly OrderTerm[] {
  return orderTerms(
    dataset,
    text.split(',').map((term) => {
      const [name = '', direction = 'asc', ...more] = term.trim().split(/\s+/);
      if (more.length > 0 || !['asc', 'desc'].includes(direction)) {
        throw new QueryProblem(field, {
          zh: `“${term.trim()}”有误，应为列名，后面可加 asc 或 desc`,
          en: `“${term.trim()}” is wrong. Give a column, optionally with “asc” or “desc”`,
        });
      }
      return { name, descending: direction === 'desc' };
    }),
    field,
  );
}

/** @throws QueryProblem for a column that is not there or occurs twice */
export function orderTerms(
  dataset: Dataset,
  given: readonly { readonly name: string; readonly descending: boolean }[],
  field = 'order',
): readonly OrderTerm[] {
  if (given.length > MOST_TERMS) {
    throw new QueryProblem(field, {
      zh: `最多按 ${MOST_TERMS} 列排序`,
      en: `at most ${MOST_TERMS} columns can be ordered by`,
    });
  }
  const terms = given.map(({ name, descending }) => ({
    column: columnNamed(dataset, name, field),
    descending,
  }));
  const names = terms.map(({ column }) => column.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new QueryProblem(field, {
      zh: `“${twice}”出现了两次，请删去一个`,
      en: `“${twice}” occurs twice. Remove one of them`,
    });
  }
  return terms;
}

/** The order made unambiguous: ids of rows are unique in the district. */
export function totalOrder(dataset: Dataset, order: readonly OrderTerm[]): readonly OrderTerm[] {
  if (order.some(({ column }) => column.name === 'id')) return order;
  return [...order, { column: columnNamed(dataset, 'id', 'order'), descending: false }];
}

export const orderSql = (order: readonly OrderTerm[]): string =>
  order
    .map(({ column, descending }) => `${escapeIdentifier(column.name)}${descending ? ' DESC' : ''}`)
    .join(', ');

/** SQL that holds for rows behind the one with these values, in this order. */
export function behind(
  order: readonly OrderTerm[],
  values: readonly (string | null)[],
  binder: Binder,
): string {
  const steps = order.map((term, index) => {
    const same = order.slice(0, index).map((each, at) => equal(each, values[at] ?? null, binder));
    return `(${[...same, after(term, values[index] ?? null, binder)].join(' AND ')})`;
  });
  return `(${steps.join(' OR ')})`;
}

/**
 * Conditions of the parts that the rows behind one fall into, in their order. Each is a range of the first column, whose
 * beginning an index finds: a range does not hold absent values as well.
 */
export function partsBehind(
  order: readonly OrderTerm[],
  values: readonly (string | null)[],
  binder: Binder,
): readonly string[] {
  const [first] = order;
  if (!first) return [];
  const name = escapeIdentifier(first.column.name);
  const [value = null] = values;
  const rest = behind(order, values, binder);
  if (value === null) {
    const absent = `${name} IS NULL AND ${rest}`;
    return first.descending ? [absent, `${name} IS NOT NULL`] : [absent];
  }
  const range = `${name} ${first.descending ? '<=' : '>='} ${binder.bind(value, first.column.sql)} AND ${rest}`;
  return first.column.nullable && !first.descending ? [range, `${name} IS NULL`] : [range];
}

function equal({ column }: OrderTerm, value: string | null, binder: Binder): string {
  const name = escapeIdentifier(column.name);
  return value === null ? `${name} IS NULL` : `${name} = ${binder.bind(value, column.sql)}`;
}

function after({ column, descending }: OrderTerm, value: string | null, binder: Binder): string {
  const name = escapeIdentifier(column.name);
  if (value === null) return descending ? `${name} IS NOT NULL` : 'false';
  const bound = binder.bind(value, column.sql);
  if (descending) return `${name} < ${bound}`;
  return column.nullable ? `(${name} > ${bound} OR ${name} IS NULL)` : `${name} > ${bound}`;
}
