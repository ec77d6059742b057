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
  /** As files have them. */
  readonly header: 'name' | 'zh' | 'en';
  readonly bom: boolean;
  readonly escapesFormulas: boolean;
}

/** Forms that a summary comes in. */
export type SummaryFormat = 'json' | 'csv';

const PARAMETERS = [
  'group',
  'measures',
  'filter',
  'order',
  'first',
  'timezone',
  'strict',
  'header',
  'bom',
  'formulas',
] as const;

const OF_CSV: ReadonlySet<string> = new Set(['header', 'bom', 'formulas']);

type Parameter = (typeof PARAMETERS)[number];

const MOST_GROUPS = 100_000;
const MOST_TERMS = 5;

/**
 * Reads the parameters of a summary: `group=issued_at:month,center_name`, `measures=count,on_time_rate`, `filter`, `order`,
 * `first`, `timezone`, `strict`, and of CSV `header`, `bom` and `formulas`.
 *
 * @throws QueryProblem for a name or value that is unknown
 */
export function readSummary(
  dataset: Dataset,
  query: Readonly<Record<string, unknown>>,
  format: SummaryFormat,
): SummaryRequest {
  const given = textsOf(query, format);
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
    filter: given.filter === undefined || given.filter === '' ? undefined : parseFilter(given.filter),
    orderBy: listOf(given.order).map(orderOf),
    first: firstOf(given.first),
    strict: choiceOf('strict', given, ['false', 'true']) === 'true',
    header: choiceOf('header', given, ['name', 'zh', 'en']),
    bom: choiceOf('bom', given, ['false', 'true']) === 'true',
    escapesFormulas: choiceOf('formulas', given, ['keep', 'escape']) === 'escape',
  };
}

function textsOf(
  query: Readonly<Record<string, unknown>>,
  format: SummaryFormat,
): Readonly<Partial<Record<Parameter, string>>> {
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
    if (format !== 'csv' && OF_CSV.has(name)) {
      throw new QueryProblem(name, {
        zh: '只有 csv 有此参数，请去掉',
        en: `only csv takes “${name}”. Leave it out`,
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

/** @returns the first of the choices without a value */
function choiceOf<C extends string>(
  name: Parameter,
  given: Readonly<Partial<Record<Parameter, string>>>,
  choices: readonly [C, ...C[]],
): C {
  const text = given[name] ?? choices[0];
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  throw new QueryProblem(name, {
    zh: `“${text}”有误，可用：${choices.join(', ')}`,
    en: `“${text}” is wrong. Choose from: ${choices.join(', ')}`,
  });
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
