import {
  QueryProblem,
  type Comparison,
  type Condition,
  type Literal,
  type Operand,
} from '@mtg/dataset-query';
import type { Dataset, DatasetColumn, DatasetType } from '@mtg/datasets';
import { filterable } from '../sdl/row-types';

/** A filter as GraphQL has checked it. */
export type FilterInput = Readonly<Record<string, unknown>>;

/** Deeper ones are not written by people, and would exhaust the stack. */
const DEEPEST = 20;

const LITERALS: Readonly<Record<DatasetType, Literal['literal']>> = {
  text: 'TEXT',
  'text[]': 'TEXT',
  uuid: 'ID',
  boolean: 'BOOLEAN',
  int: 'NUMBER',
  bigint: 'NUMBER',
  'double precision': 'NUMBER',
  date: 'DATE',
  timestamptz: 'INSTANT',
};

const COMPARISONS: ReadonlyMap<string, Comparison> = new Map([
  ['eq', 'EQ'],
  ['ne', 'NE'],
  ['lt', 'LT'],
  ['le', 'LE'],
  ['gt', 'GT'],
  ['ge', 'GE'],
]);

/**
 * The condition that a filter states. What is null counts as not given, as in every list of the schema.
 *
 * @throws QueryProblem for one that is too deep, and for an empty `or`
 */
export function conditionOf(dataset: Dataset, filter: FilterInput, depth = 1): Condition | undefined {
  if (depth > DEEPEST) {
    throw new QueryProblem('filter', {
      zh: `嵌套超过 ${DEEPEST} 层，请拆成几个查询`,
      en: `it is nested more than ${DEEPEST} levels deep. Split it into several queries`,
    });
  }
  const below = (given: unknown): readonly Condition[] =>
    listOf(given).flatMap((each) => conditionOf(dataset, each, depth + 1) ?? []);
  const columns = new Map(filterable(dataset).map((column) => [column.property, column]));
  return allOf(
    Object.entries(filter).flatMap(([name, given]): readonly (Condition | undefined)[] => {
      if (given === null || given === undefined) return [];
      if (name === 'and') return below(given);
      if (name === 'or') return [anyOf(below(given))];
      if (name === 'not') return below([given]).map((condition) => ({ kind: 'NOT', condition }));
      const column = columns.get(name);
      return column ? comparisonsOf(column, asFilter(given)) : [];
    }),
  );
}

/** GraphQL has checked that it is an object with the fields of its input type. */
const asFilter = (given: unknown): FilterInput => given as FilterInput;
const listOf = (given: unknown): readonly FilterInput[] => (Array.isArray(given) ? given.map(asFilter) : []);

function allOf(given: readonly (Condition | undefined)[]): Condition | undefined {
  const conditions = given.filter((each) => each !== undefined);
  return conditions.length > 1 ? { kind: 'AND', conditions } : conditions[0];
}

function anyOf(conditions: readonly Condition[]): Condition {
  const [first] = conditions;
  if (!first) {
    throw new QueryProblem('filter', {
      zh: 'or 中没有条件，请至少给一个，或去掉 or',
      en: '`or` has no condition. Give one at least, or leave `or` out',
    });
  }
  return conditions.length > 1 ? { kind: 'OR', conditions } : first;
}

function comparisonsOf(column: DatasetColumn, given: FilterInput): readonly Condition[] {
  const left: Operand = { kind: 'COLUMN', name: column.name };
  const literal = (value: unknown): Literal => ({
    kind: 'VALUE',
    literal: LITERALS[column.sql],
    text: textOf(column, value),
  });
  return Object.entries(given).flatMap(([name, value]): readonly Condition[] => {
    if (value === null || value === undefined) return [];
    const comparison = COMPARISONS.get(name);
    if (comparison) return [{ kind: 'COMPARE', comparison, left, right: literal(value) }];
    if (name === 'in') return [{ kind: 'IN', left, values: (value as readonly unknown[]).map(literal) }];
    if (name === 'isNull') {
      const right: Literal = { kind: 'VALUE', literal: 'NULL', text: '' };
      return [{ kind: 'COMPARE', comparison: value === true ? 'EQ' : 'NE', left, right }];
    }
    const operand: Operand = {
      kind: 'CALL',
      name: name.toLowerCase(),
      operands: [left, literal(value)],
    };
    return [{ kind: 'HOLDS', operand }];
  });
}

function textOf({ sql }: DatasetColumn, value: unknown): string {
  if (!(value instanceof Date)) return typeof value === 'string' ? value : JSON.stringify(value);
  return sql === 'date' ? value.toISOString().slice(0, 10) : value.toISOString();
}
