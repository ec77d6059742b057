import {
  columnNamed,
  parseFilter,
  parseOrder,
  QueryProblem,
  type Condition,
  type OrderTerm,
} from '@mtg/dataset-query';
import type { Dataset, DatasetColumn } from '@mtg/datasets';
import type { Format } from './formats';

/** Names of the columns in a file: as in SQL, or the labels. */
export type HeaderNames = 'name' | 'zh' | 'en';

/** A file as it was asked for. */
export interface ExportRequest {
  readonly dataset: Dataset;
  readonly format: Format;
  readonly select: readonly DatasetColumn[];
  readonly filter: Condition | undefined;
  readonly order: readonly OrderTerm[] | undefined;
  readonly after: string | undefined;
  /** A position, which is read once it is known which streets there are. */
  readonly since: string | undefined;
  readonly limit: number | undefined;
  readonly strict: boolean;
  readonly header: HeaderNames;
  readonly bom: boolean;
  readonly escapesFormulas: boolean;
  /** False if the same rows may be others in a moment. */
  readonly isRepeatable: boolean;
}

/** Parameters and the formats that take them; all formats without. */
const PARAMETERS = {
  select: undefined,
  filter: undefined,
  order: undefined,
  after: undefined,
  since: undefined,
  limit: undefined,
  strict: undefined,
  header: ['csv', 'xlsx'],
  bom: ['csv'],
  formulas: ['csv'],
} as const satisfies Record<string, readonly Format[] | undefined>;

type Parameter = keyof typeof PARAMETERS;

const LARGEST_LIMIT = 1_000_000_000;

/**
 * Reads the parameters of a file.
 *
 * @param query parameters as they came; one that occurs twice is a list
 * @throws QueryProblem for a name or a value that is unknown, and for parameters that do not go together
 */
export function readParameters(
  dataset: Dataset,
  format: Format,
  query: Readonly<Record<string, unknown>>,
): ExportRequest {
  const given = textsOf(format, query);
  const { select, filter, order, after, since } = given;
  if (since !== undefined && order !== undefined) {
    throw new QueryProblem('since', {
      zh: '增量按变更的先后给出，不能与 order 同用；请去掉 order',
      en: 'changes come in the order in which they happened. Leave “order” out',
    });
  }
  if (after !== undefined && order === undefined) {
    throw new QueryProblem('after', {
      zh: '只有排序的分页才有 after，请加上 order；不排序时用 since 接着读',
      en: 'only a page of an order continues after a row. Add “order”, or without one continue with “since”',
    });
  }
  return {
    dataset,
    format,
    select: select === undefined ? dataset.columns : selected(dataset, select, since !== undefined),
    filter: filter === undefined ? undefined : parseFilter(filter),
    order: order === undefined ? undefined : parseOrder(dataset, order),
    after,
    since,
    limit: given.limit === undefined ? undefined : limitOf(given.limit),
    strict: choiceOf('strict', given, ['false', 'true']) === 'true',
    header: choiceOf('header', given, ['name', 'zh', 'en']),
    bom: choiceOf('bom', given, ['false', 'true']) === 'true',
    escapesFormulas: choiceOf('formulas', given, ['keep', 'escape']) === 'escape',
    isRepeatable: !/\bnow\s*\(/.test(filter ?? ''),
  };
}

function textsOf(
  format: Format,
  query: Readonly<Record<string, unknown>>,
): Readonly<Partial<Record<Parameter, string>>> {
  for (const [name, value] of Object.entries(query)) {
    if (!isParameter(name)) {
      const names = Object.keys(PARAMETERS).join(', ');
      throw new QueryProblem(name, {
        zh: `没有参数“${name}”，可用：${names}`,
        en: `there is no parameter “${name}”. Choose from: ${names}`,
      });
    }
    if (typeof value !== 'string') {
      throw new QueryProblem(name, {
        zh: '出现了两次，请只给一次',
        en: `“${name}” occurs twice. Give it once`,
      });
    }
    const formats: readonly Format[] | undefined = PARAMETERS[name];
    if (formats && !formats.includes(format)) {
      throw new QueryProblem(name, {
        zh: `只有 ${formats.join('、')} 有此参数，请去掉`,
        en: `only ${formats.join(' and ')} files take “${name}”. Leave it out`,
      });
    }
  }
  // A tool that has nothing to say leaves the value empty.
  return Object.fromEntries(
    Object.entries(query as Readonly<Record<string, string>>).filter(
      ([name, text]) => text !== '' || !MAY_BE_EMPTY.has(name),
    ),
  );
}

/** Parameters that are as good as left out when they are empty. Of a position that would be everything. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['select', 'filter', 'order']);

const isParameter = (name: string): name is Parameter => Object.hasOwn(PARAMETERS, name);

/** Changes have the id in any case: without it a client could not tell which row is gone. */
function selected(dataset: Dataset, text: string, ofChanges: boolean): readonly DatasetColumn[] {
  const columns = text.split(',').map((name) => columnNamed(dataset, name.trim(), 'select'));
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice) {
    throw new QueryProblem('select', {
      zh: `“${twice.name}”出现了两次，请删去一个`,
      en: `“${twice.name}” occurs twice. Remove one of them`,
    });
  }
  const id = columnNamed(dataset, 'id', 'select');
  return ofChanges && !columns.includes(id) ? [id, ...columns] : columns;
}

function limitOf(text: string): number {
  const limit = Number(text);
  if (!/^\d{1,10}$/.test(text) || limit < 1 || limit > LARGEST_LIMIT) {
    throw new QueryProblem('limit', {
      zh: `“${text}”有误，应为 1 至 ${LARGEST_LIMIT} 的整数`,
      en: `“${text}” is wrong. Give a whole number from 1 to ${LARGEST_LIMIT}`,
    });
  }
  return limit;
}

/** @returns the first of the choices without a value */
function choiceOf<C extends string>(
  name: Parameter,
  given: Readonly<Partial<Record<Parameter, string>>>,
  choices: readonly [C, ...C[]],
): C {
  const text = given[name] ?? choices[0];
  const found = choices.find((choice) => choice === text);
  if (found === undefined) {
    throw new QueryProblem(name, {
      zh: `“${text}”有误，可用：${choices.join(', ')}`,
      en: `“${text}” is wrong. Choose from: ${choices.join(', ')}`,
    });
  }
  return found;
}
