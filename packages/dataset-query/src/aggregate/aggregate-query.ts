import type { Dataset, DatasetColumn, DatasetType, Measure } from '@mtg/datasets';
import { escapeIdentifier } from 'pg';
import type { Binder } from '../bind';
import type { Comparison, Condition } from '../filter/condition';
import { ConditionSql } from '../filter/condition-sql';
import { columnNamed, type NamedColumns } from '../columns';
import { QueryProblem } from '../query-problem';
import { everyRow } from '../rows/query';
import { groupsWhere } from './group-filter';
import { grainSql, isTimeZone, type Grain } from './grain';

/** A column that rows are grouped by; times by a period. */
export interface GroupTerm {
  readonly column: DatasetColumn;
  readonly grain?: Grain | undefined;
}

/** A value of a group: a measure of the dataset, or one made of a column. */
export interface GroupValue extends Pick<Measure, 'name' | 'expression'> {
  readonly sql: DatasetType | Measure['sql'];
}

/** A condition on a measure of a group. */
export interface HavingTerm {
  readonly measure: Measure;
  readonly comparison: Comparison;
  readonly value: number;
}

/** An order of groups: by what they are grouped by, or by a measure. */
export interface GroupOrder {
  readonly name: string;
  readonly descending: boolean;
  /** As in the order of rows. */
  readonly absentIsLeast?: boolean;
}

/** A query about groups of rows. */
export interface AggregateQuery<Value extends GroupValue = Measure> {
  readonly dataset: Dataset;
  /** One group of all rows without any. */
  readonly groupBy: readonly GroupTerm[];
  readonly measures: readonly Value[];
  /** For times that are grouped by a period. */
  readonly timeZone: string;
  readonly filter?: Condition | undefined;
  readonly having?: readonly HavingTerm[] | undefined;
  /** A condition on the groups, by the names that their values have in the answer. */
  readonly groupFilter?: Condition | undefined;
  readonly orderBy?: readonly GroupOrder[] | undefined;
  /** The part of a request that has the order, for messages (default `orderBy`). */
  readonly orderField?: string;
  readonly first?: number | undefined;
  readonly skip?: number | undefined;
  /** As in a query of rows. */
  readonly parts?: readonly string[] | undefined;
}

const OPERATORS: Readonly<Record<Comparison, string>> = {
  EQ: '=',
  NE: '<>',
  LT: '<',
  LE: '<=',
  GT: '>',
  GE: '>=',
};

/** @throws QueryProblem that lists the measures */
export function measureNamed({ name: dataset, measures }: Dataset, name: string, field: string): Measure {
  const found = measures.find((measure) => measure.name === name || measure.property === name);
  if (!found) {
    const names = measures.map((measure) => measure.name).join(', ');
    throw new QueryProblem(field, {
      zh: `${dataset} 没有指标“${name}”，可用：${names}`,
      en: `${dataset} has no measure “${name}”. Choose from: ${names}`,
    });
  }
  return found;
}

/**
 * A column to group by.
 *
 * @throws QueryProblem for a period of what is no time, and for hours of a day
 */
export function groupTerm(
  dataset: Dataset,
  name: string,
  grain: Grain | undefined,
  field: string,
): GroupTerm {
  const column = columnNamed(dataset, name, field);
  if (grain !== undefined && column.role !== 'TIME') {
    throw new QueryProblem(field, {
      zh: `${column.name} 不是时间列，不能按 ${grain} 分组；请去掉粒度`,
      en: `${column.name} is no time and has no ${grain}. Leave the grain out`,
    });
  }
  if (grain === 'HOUR' && column.sql === 'date') {
    throw new QueryProblem(field, {
      zh: `${column.name} 是日期，最细按 DAY 分组`,
      en: `${column.name} is a day. Its finest grain is DAY`,
    });
  }
  return { column, grain };
}

/** The name of a group's value in the answer, e.g. `closed_at` or `closed_at_month`. */
export const groupName = ({ column, grain }: GroupTerm): string =>
  grain === undefined ? column.name : `${column.name}_${grain.toLowerCase()}`;

/**
 * The statement that reads groups.
 *
 * @throws QueryProblem for names and values that do not fit
 */
export function aggregateSql(query: AggregateQuery<GroupValue>, binder: Binder): string {
  const { dataset, groupBy, measures, timeZone, filter, having = [], groupFilter, first, skip = 0 } = query;
  if (!isTimeZone(timeZone)) {
    throw new QueryProblem('timezone', {
      zh: `没有时区“${timeZone}”，请用 Asia/Shanghai 一类的名称`,
      en: `there is no time zone “${timeZone}”. Use a name such as Asia/Shanghai`,
    });
  }
  const row = 'fact';
  const groups = groupBy.map((term) => {
    const sql =
      term.grain === undefined
        ? escapeIdentifier(term.column.name)
        : grainSql(term.column, term.grain, timeZone, binder);
    return `${sql} AS ${escapeIdentifier(groupName(term))}`;
  });
  const values = measures.map(({ name, expression }) => `${expression(row)} AS ${escapeIdentifier(name)}`);
  const kept = having.map(
    ({ measure, comparison, value }) =>
      `${measure.expression(row)} ${OPERATORS[comparison]} ${binder.bind(value, 'double precision')}`,
  );
  const where = filter ? [`WHERE ${new ConditionSql(dataset, binder).of(filter)}`] : [];
  const all = [
    `SELECT ${[...groups, ...values].join(', ')}`,
    `FROM ${everyRow(query, [...groups, ...values, ...kept, ...where].join(' '))} AS ${row}`,
    ...where,
    // By place: a parameter of a period would be another one here.
    ...(groupBy.length > 0 ? [`GROUP BY ${groupBy.map((_, index) => index + 1).join(', ')}`] : []),
    ...(kept.length > 0 ? [`HAVING ${kept.join(' AND ')}`] : []),
  ];
  return [
    ...(groupFilter ? groupsWhere(all, groupColumns(query), groupFilter, binder) : all),
    ...orderOf(query),
    ...(first === undefined ? [] : [`LIMIT ${first}`]),
    ...(skip === 0 ? [] : [`OFFSET ${skip}`]),
  ].join('\n');
}

/** Values of a group by their names in the answer. A measure may have the name that a column has in GraphQL. */
const groupColumns = ({ dataset, groupBy, measures }: AggregateQuery<GroupValue>): NamedColumns => ({
  name: `${dataset.name}/groupby`,
  columns: [
    ...measures.map(({ name, sql }) => ({ name, property: name, sql, role: 'FACT' as const })),
    ...groupBy.map((term) => ({ ...term.column, name: groupName(term) })),
  ],
});

/** The number of groups. */
export const groupCountSql = (query: AggregateQuery<GroupValue>, binder: Binder): string =>
  `SELECT count(*) AS count FROM (${aggregateSql({ ...query, first: undefined, skip: 0, orderBy: [] }, binder)}) AS groups`;

/** By what was asked for, then by the groups themselves, so that equal queries have equal answers. */
function orderOf({
  dataset,
  groupBy,
  measures,
  orderBy = [],
  orderField = 'orderBy',
}: AggregateQuery<GroupValue>): readonly string[] {
  const names = [...groupBy.map(groupName), ...measures.map(({ name }) => name)];
  const terms = orderBy.map(({ name, descending, absentIsLeast = false }) => {
    const place = names.indexOf(name) + 1;
    if (place === 0) {
      throw new QueryProblem(orderField, {
        zh: `${dataset.name} 的分组中没有“${name}”，可用：${names.join(', ')}`,
        en: `the groups of ${dataset.name} have no “${name}”. Choose from: ${names.join(', ')}`,
      });
    }
    const absent = absentIsLeast ? ` NULLS ${descending ? 'LAST' : 'FIRST'}` : '';
    return `${place}${descending ? ' DESC' : ''}${absent}`;
  });
  const all = [...terms, ...groupBy.map((_, index) => String(index + 1))];
  return all.length > 0 ? [`ORDER BY ${all.join(', ')}`] : [];
}
