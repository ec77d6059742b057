import {
  columnNamed,
  GRAINS,
  groupName,
  groupTerm,
  measureNamed,
  parseFilter,
  QueryProblem,
  TIME_ZONE,
  type AggregateQuery,
  type Grain,
  type GroupOrder,
  type GroupTerm,
} from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';

/** A summary as it was asked for. */
export interface SummaryRequest extends AggregateQuery {
  readonly first: number;
  readonly strict: boolean;
}

const PARAMETERS = ['group', 'measures', 'filter', 'order', 'first', 'timezone', 'strict'] as const;

type Parameter = (typeof PARAMETERS)[number];

const MOST_GROUPS = 100_000;
const MOST_TERMS = 5;

/**
 * Reads the parameters of a summary: `group=issued_at:month,center_name`, `measures=count,on_time_rate`, `filter`, `order`,
 * `first`, `timezone`, `strict`.
 *
 * @throws QueryProblem for a name or value that is unknown
 */
export function readSummary(dataset: Dataset, query: Readonly<Record<string, unknown>>): SummaryRequest {
  const given = textsOf(query);
  const groupBy = listOf(given.group).map((term) => groupOf(dataset, term));
  if (groupBy.length > MOST_TERMS) {
    throw new QueryProblem('group', {
      zh: `最多按 ${MOST_TERMS} 列分组，请减少`,
      en: `at most ${MOST_TERMS} columns can be grouped by. Name fewer`,
    });
  }
  requireOnce('group', groupBy.map(groupName));
  const names = listOf(given.measures);
  requireOnce('measures', names);
  const measures =
    names.length === 0 ? dataset.measures : names.map((name) => measureNamed(dataset, name, 'measures'));
  return {
    dataset,
    groupBy,
    measures,
    timeZone: given.timezone ?? TIME_ZONE,
    filter: given.filter === undefined ? undefined : parseFilter(given.filter),
    orderBy: listOf(given.order).map(orderOf),
    first: firstOf(given.first),
    strict: isTrue(given.strict),
  };
}

function textsOf(query: Readonly<Record<string, unknown>>): Readonly<Partial<Record<Parameter, string>>> {
  for (const [name, value] of Object.entries(query)) {
    if (!PARAMETERS.some((known) => known === name)) {
      throw new QueryProblem(name, {
        zh: `没有参数“${name}”，可用：${PARAMETERS.join(', ')}`,
        en: `there is no parameter “${name}”. Choose from: ${PARAMETERS.join(', ')}`,
      });
    }
    if (typeof value !== 'string') {
      throw new QueryProblem(name, {
        zh: '出现了两次，请只给一次',
        en: `“${name}” occurs twice. Give it once`,
      });
    }
  }
  return query;
}

/** @throws QueryProblem for a name that occurs twice */
function requireOnce(parameter: Parameter, names: readonly string[]): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new QueryProblem(parameter, {
    zh: `“${twice}”出现了两次，请删去一个`,
    en: `“${twice}” occurs twice. Remove one of them`,
  });
}

const listOf = (text: string | undefined): readonly string[] =>
  text === undefined || text.trim() === '' ? [] : text.split(',').map((each) => each.trim());

function groupOf(dataset: Dataset, term: string): GroupTerm {
  const [name = '', grain, ...more] = term.split(':');
  const wanted = GRAINS.find((each) => each === grain?.toUpperCase());
  if (more.length > 0 || (grain !== undefined && !wanted)) {
    throw new QueryProblem('group', {
      zh: `“${term}”有误，应为列名，时间列后面可加 ${GRAINS.map((each) => `:${each.toLowerCase()}`).join('、')}`,
      en: `“${term}” is wrong. Give a column, for times optionally with ${GRAINS.map((each) => `:${each.toLowerCase()}`).join(', ')}`,
    });
  }
  return groupTerm(
    dataset,
    columnNamed(dataset, name, 'group').name,
    wanted satisfies Grain | undefined,
    'group',
  );
}

function orderOf(term: string): GroupOrder {
  const [name = '', direction = 'asc', ...more] = term.split(/\s+/);
  if (more.length > 0 || !['asc', 'desc'].includes(direction)) {
    throw new QueryProblem('order', {
      zh: `“${term}”有误，应为分组或指标的名称，后面可加 asc 或 desc`,
      en: `“${term}” is wrong. Give a group or a measure, optionally with “asc” or “desc”`,
    });
  }
  return { name, descending: direction === 'desc' };
}

function firstOf(text: string | undefined): number {
  const first = text === undefined ? MOST_GROUPS : Number(text);
  if (Number.isInteger(first) && first >= 1 && first <= MOST_GROUPS && /^\d*$/.test(text ?? '')) return first;
  throw new QueryProblem('first', {
    zh: `应为 1 至 ${MOST_GROUPS} 的整数`,
    en: `give a whole number from 1 to ${MOST_GROUPS}`,
  });
}

function isTrue(text = 'false'): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new QueryProblem('strict', { zh: '应为 true 或 false', en: 'give true or false' });
}

/** A column of the answer. */
export interface SummaryColumn {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly type: string;
  readonly unit?: string;
}

/** The columns of the answer: groups, then measures. */
export const summaryColumns = ({ groupBy, measures }: AggregateQuery): readonly SummaryColumn[] => [
  ...groupBy.map((term) => ({
    name: groupName(term),
    zh: term.column.zh,
    en: term.column.en,
    type: typeOfGroup(term),
  })),
  ...measures.map(({ name, zh, en, sql, unit }) => ({
    name,
    zh,
    en,
    type: sql === 'bigint' ? 'integer' : 'number',
    ...(unit !== undefined && { unit }),
  })),
];

function typeOfGroup({ column, grain }: GroupTerm): string {
  if (grain === 'HOUR') return 'time';
  return grain === undefined ? column.sql : 'date';
}
