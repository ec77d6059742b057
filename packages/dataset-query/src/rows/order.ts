import type { Dataset, DatasetColumn } from '@mtg/datasets';
import { escapeIdentifier } from 'pg';
import type { Binder } from '../bind';
import { columnNamed } from '../columns';
import { QueryProblem } from '../query-problem';

/** A column that rows are ordered by. */
export interface OrderTerm {
  readonly column: DatasetColumn;
  readonly descending: boolean;
  /** An absent value is less than all others, as OData has it. Without it, it is greater, as PostgreSQL has it. */
  readonly absentIsLeast?: boolean;
}

/** True if absent values come before the others. */
const hasAbsentFirst = ({ descending, absentIsLeast = false }: OrderTerm): boolean =>
  descending !== absentIsLeast;

/** True for a term with another place for absent values than PostgreSQL's, which is that of the indexes. */
const isUnlikeIndex = ({ column, absentIsLeast = false }: OrderTerm): boolean =>
  absentIsLeast && column.nullable;

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

export const orderSql = (order: readonly OrderTerm[]): string => order.map(termSql).join(', ');

function termSql(term: OrderTerm): string {
  const absent = hasAbsentFirst(term) ? ' NULLS FIRST' : ' NULLS LAST';
  return `${asIndexed(term)}${isUnlikeIndex(term) ? absent : ''}`;
}

const asIndexed = ({ column, descending }: OrderTerm): string =>
  `${escapeIdentifier(column.name)}${descending ? ' DESC' : ''}`;

/**
 * The order of a part. Where absent values of the first column have a part of their own, or are in none, either place for them
 * is the same, and that of the indexes is taken.
 */
export const orderOfPart = ([first, ...rest]: readonly OrderTerm[]): string =>
  first ? [asIndexed(first), ...rest.map(termSql)].join(', ') : '';

/** Conditions of the parts that all rows fall into, in their order: one, unless absent values have another place than in an index. */
export function allParts([first]: readonly OrderTerm[]): readonly string[] {
  if (!first || !isUnlikeIndex(first)) return ['true'];
  const name = escapeIdentifier(first.column.name);
  const [absent, present] = [`${name} IS NULL`, `${name} IS NOT NULL`];
  return hasAbsentFirst(first) ? [absent, present] : [present, absent];
}

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
    return hasAbsentFirst(first) ? [absent, `${name} IS NOT NULL`] : [absent];
  }
  const range = `${name} ${first.descending ? '<=' : '>='} ${binder.bind(value, first.column.sql)} AND ${rest}`;
  return first.column.nullable && !hasAbsentFirst(first) ? [range, `${name} IS NULL`] : [range];
}

function equal({ column }: OrderTerm, value: string | null, binder: Binder): string {
  const name = escapeIdentifier(column.name);
  return value === null ? `${name} IS NULL` : `${name} = ${binder.bind(value, column.sql)}`;
}

function after(term: OrderTerm, value: string | null, binder: Binder): string {
  const { column, descending } = term;
  const isAbsentBefore = hasAbsentFirst(term);
  const name = escapeIdentifier(column.name);
  if (value === null) return isAbsentBefore ? `${name} IS NOT NULL` : 'false';
  const bound = binder.bind(value, column.sql);
  const behindIt = `${name} ${descending ? '<' : '>'} ${bound}`;
  return column.nullable && !isAbsentBefore ? `(${behindIt} OR ${name} IS NULL)` : behindIt;
}
