import {
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
import { parseSearch } from './search';
import { splitAt } from './split';

/** Groups of rows, and conditions on the groups. */
interface Groups {
  readonly by: readonly GroupTerm[];
  readonly values: readonly GroupValue[];
  readonly filters: readonly Condition[];
}

/** A `$apply`: conditions on rows, then groups of them, if it makes any. */
export interface Apply {
  readonly filters: readonly Condition[];
  readonly groups: Groups | undefined;
}

/** A `$apply` that makes groups. */
export type Grouped = Apply & { readonly groups: Groups };

export const isGrouped = (apply: Apply): apply is Grouped => apply.groups !== undefined;

const FIELD = '$apply';
const STEP = /^([a-z]+)\((.*)\)$/s;
const NAME = /^[\p{L}_][\p{L}\p{N}_]{0,127}$/u;
const COUNT = /^\$count\s+as\s+(\S+)$/;
const COLUMN = /^(\S+)\s+with\s+(\S+)\s+as\s+(\S+)$/;
const MEASURE = /^(\S+?)(?:\s+as\s+(\S+))?$/;

/**
 * Reads `filter(…)/groupby((a,b),aggregate(c with sum as d,$count as n))/filter(n gt 10)`. Absent it does nothing.
 *
 * @throws QueryProblem, ODataProblem
 */
export function parseApply(dataset: Dataset, text: string | undefined): Apply {
  if (text === undefined) return { filters: [], groups: undefined };
  const filters: Condition[] = [];
  const ofGroups: Condition[] = [];
  let groups: GroupsAlone | undefined;
  for (const step of splitAt(text, '/')) {
    const [, name = step, inner = ''] = STEP.exec(step) ?? [];
    if (!(groups ? ['filter'] : ['filter', 'search', 'groupby', 'aggregate']).includes(name)) {
      throw notOffered(`${FIELD} ${groups ? `…/${name}` : name}`, {
        zh: '可用 filter(…)、search(…)，其后一个 groupby(…) 或 aggregate(…)，再后 filter(…)；分组的排序用 $orderby，前若干组用 $top',
        en: 'Use filter(…) and search(…), then one groupby(…) or aggregate(…), then filter(…). Order groups by $orderby, and take the first ones by $top',
      });
    }
    if (name === 'filter') (groups ? ofGroups : filters).push(parseFilter(inner));
    else if (name === 'search') filters.push(parseSearch(inner));
    else groups = name === 'groupby' ? groupBy(dataset, inner) : { by: [], values: valuesOf(dataset, inner) };
  }
  if (groups)
    requireDistinct([
      ...groups.by.map(({ column }) => column.name),
      ...groups.values.map(({ name }) => name),
    ]);
  return { filters, groups: groups && { ...groups, filters: ofGroups } };
}

type GroupsAlone = Omit<Groups, 'filters'>;

function groupBy(dataset: Dataset, text: string): GroupsAlone {
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
