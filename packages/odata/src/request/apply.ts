import {
  columnNamed,
  columnValue,
  groupTerm,
  measureNamed,
  parseFilter,
  type Condition,
  type GroupTerm,
  type GroupValue,
} from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';
import { badRequest, notOffered } from './problem';
import { splitAt } from './split';

/** A `$apply`: conditions on rows, then groups of them, if it makes any. */
export interface Apply {
  readonly filters: readonly Condition[];
  readonly groups: { readonly by: readonly GroupTerm[]; readonly values: readonly GroupValue[] } | undefined;
}

const FIELD = '$apply';
const STEP = /^([a-z]+)\((.*)\)$/s;
const NAME = /^[\p{L}_][\p{L}\p{N}_]{0,127}$/u;
const COUNT = /^\$count\s+as\s+(\S+)$/;
const COLUMN = /^(\S+)\s+with\s+(\S+)\s+as\s+(\S+)$/;
const MEASURE = /^(\S+?)(?:\s+as\s+(\S+))?$/;

/**
 * Reads `filter(…)/groupby((a,b),aggregate(c with sum as d,$count as n))`.
 *
 * @throws QueryProblem, ODataProblem
 */
export function parseApply(dataset: Dataset, text: string): Apply {
  const filters: Condition[] = [];
  let groups: Apply['groups'];
  for (const step of splitAt(text, '/')) {
    const [, name = step, inner = ''] = STEP.exec(step) ?? [];
    if (groups || !['filter', 'groupby', 'aggregate'].includes(name)) {
      throw notOffered(`${FIELD} ${groups ? `…/${name}` : name}`, {
        zh: '可用 filter(…)，其后一个 groupby(…) 或 aggregate(…)；分组的排序、筛选用 $orderby、$filter',
        en: 'Use filter(…), then one groupby(…) or aggregate(…). Order and filter groups by $orderby and $filter',
      });
    }
    if (name === 'filter') filters.push(parseFilter(inner));
    else groups = name === 'groupby' ? groupBy(dataset, inner) : { by: [], values: valuesOf(dataset, inner) };
  }
  if (groups)
    requireDistinct([
      ...groups.by.map(({ column }) => column.name),
      ...groups.values.map(({ name }) => name),
    ]);
  return { filters, groups };
}

function groupBy(dataset: Dataset, text: string): Apply['groups'] {
  const [columns = '', aggregate, ...more] = splitAt(text, ',');
  const inner = /^\((.+)\)$/s.exec(columns)?.[1];
  const [, values] = aggregate === undefined ? [] : (/^aggregate\((.*)\)$/s.exec(aggregate) ?? []);
  if (inner === undefined || more.length > 0 || (aggregate !== undefined && values === undefined)) {
    throw badRequest(FIELD, {
      zh: `groupby(${text}) 有误，应为 groupby((列,列),aggregate(…))`,
      en: `groupby(${text}) is wrong. Give groupby((column,column),aggregate(…))`,
    });
  }
  return {
    by: splitAt(inner, ',').map((name) => groupTerm(dataset, name, undefined, FIELD)),
    values: values === undefined ? [] : valuesOf(dataset, values),
  };
}

const valuesOf = (dataset: Dataset, text: string): readonly GroupValue[] =>
  splitAt(text, ',').map((part) => valueOf(dataset, part));

function valueOf(dataset: Dataset, part: string): GroupValue {
  const counted = COUNT.exec(part)?.[1];
  if (counted !== undefined) return { name: alias(counted), sql: 'bigint', expression: () => 'count(*)' };
  const [, column, method = '', name = ''] = COLUMN.exec(part) ?? [];
  if (column !== undefined) return columnValue(dataset, { column, method, name: alias(name) }, FIELD);
  const [, measure, given] = MEASURE.exec(part) ?? [];
  if (measure === undefined) {
    throw badRequest(FIELD, {
      zh: `aggregate 中的“${part}”有误，应为“列 with 方法 as 名称”、“$count as 名称”或指标`,
      en: `“${part}” in aggregate is wrong. Give “column with method as name”, “$count as name” or a measure`,
    });
  }
  const found = measureNamed(dataset, measure, FIELD);
  return { ...found, name: alias(given ?? found.name) };
}

function alias(name: string): string {
  if (NAME.test(name)) return name;
  throw badRequest(FIELD, {
    zh: `名称“${name}”有误，应为字母、数字和下划线`,
    en: `The name “${name}” is wrong. Use letters, digits and underscores`,
  });
}

function requireDistinct(names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw badRequest(FIELD, { zh: `“${twice}”出现了两次`, en: `“${twice}” occurs twice` });
}

/** @throws ODataProblem unless a filter on groups is about what they are grouped by, which rows have too */
export function requireGrouped(dataset: Dataset, condition: Condition, by: readonly GroupTerm[]): void {
  const grouped = new Set(by.map(({ column }) => column.name));
  const isGrouped = columnsOf(condition).every((name) =>
    grouped.has(columnNamed(dataset, name, '$filter').name),
  );
  if (isGrouped && !hasSearch(condition)) return;
  throw notOffered('$filter', {
    zh: '与 $apply 一起时只能筛选分组的列；其他条件请写在 $apply=filter(…)/groupby(…) 中',
    en: 'Together with $apply it filters columns that are grouped by. Put other conditions into $apply=filter(…)/groupby(…)',
  });
}

type Operand = Extract<Condition, { kind: 'HOLDS' }>['operand'];

const ofOperand = (operand: Operand): readonly string[] => {
  if (operand.kind === 'COLUMN') return [operand.name];
  return operand.kind === 'CALL' ? operand.operands.flatMap(ofOperand) : [];
};

function columnsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'AND':
    case 'OR':
      return condition.conditions.flatMap(columnsOf);
    case 'NOT':
      return columnsOf(condition.condition);
    case 'COMPARE':
      return [...ofOperand(condition.left), ...ofOperand(condition.right)];
    case 'IN':
      return ofOperand(condition.left);
    case 'HOLDS':
      return ofOperand(condition.operand);
    case 'SEARCH':
    default:
      return [];
  }
}

function hasSearch(condition: Condition): boolean {
  if (condition.kind === 'AND' || condition.kind === 'OR') return condition.conditions.some(hasSearch);
  return condition.kind === 'NOT' ? hasSearch(condition.condition) : condition.kind === 'SEARCH';
}
