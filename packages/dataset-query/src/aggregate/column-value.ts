import type { Dataset, DatasetColumn, DatasetType } from '@mtg/datasets';
import { escapeIdentifier } from 'pg';
import { columnNamed } from '../columns';
import { QueryProblem } from '../query-problem';
import type { GroupValue } from './aggregate-query';

/** Methods that make one value of a column of a group. */
const METHODS = ['sum', 'min', 'max', 'average', 'countdistinct'] as const;

type Method = (typeof METHODS)[number];

const isMethod = (name: string): name is Method => METHODS.some((method) => method === name);

const NUMBERS: readonly DatasetType[] = ['int', 'bigint', 'double precision'];
const ORDERED: readonly DatasetType[] = [...NUMBERS, 'text', 'date', 'timestamptz'];

const ACCEPTED: Readonly<Record<Method, readonly DatasetType[] | undefined>> = {
  sum: NUMBERS,
  average: NUMBERS,
  min: ORDERED,
  max: ORDERED,
  countdistinct: undefined,
};

/**
 * A value of a group that is made of a column, withdrawn rows included.
 *
 * @param name its name in the answer
 * @throws QueryProblem for an unknown method, and for a column whose type it does not take
 */
export function columnValue(
  dataset: Dataset,
  {
    column: given,
    method,
    name,
  }: { readonly column: string; readonly method: string; readonly name: string },
  field: string,
): GroupValue {
  if (!isMethod(method)) {
    throw new QueryProblem(field, {
      zh: `没有聚合方法“${method}”，可用：${METHODS.join(', ')}`,
      en: `there is no method “${method}”. Choose from: ${METHODS.join(', ')}`,
    });
  }
  const column = columnNamed(dataset, given, field);
  const accepted = ACCEPTED[method];
  if (accepted && !accepted.includes(column.sql)) {
    throw new QueryProblem(field, {
      zh: `${column.name} 的类型是 ${column.sql}，不能用 ${method}；可用于：${accepted.join(', ')}`,
      en: `${column.name} is of type ${column.sql}, which ${method} does not take. It takes: ${accepted.join(', ')}`,
    });
  }
  return {
    name,
    sql: resultOf(column, method),
    expression: (row) => expressionOf(`${row}.${escapeIdentifier(column.name)}`, method, column.sql),
  };
}

function resultOf({ sql }: DatasetColumn, method: Method): GroupValue['sql'] {
  if (method === 'average') return 'double precision';
  if (method === 'min' || method === 'max') return sql;
  return method === 'sum' && sql === 'double precision' ? sql : 'bigint';
}

function expressionOf(column: string, method: Method, sql: DatasetType): string {
  if (method === 'countdistinct') return `count(DISTINCT ${column})`;
  if (method === 'average') return `avg(${column})::double precision`;
  return method === 'sum' && sql !== 'double precision' ? `sum(${column})::bigint` : `${method}(${column})`;
}
