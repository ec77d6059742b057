import { within, type Snapshot } from '@mtg/bi-doors';
import {
  aggregateSql,
  groupCountSql,
  Parameters,
  TIME_ZONE,
  type AggregateQuery,
  type Condition,
  type GroupOrder,
  type GroupValue,
} from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';
import { requireGrouped, type Apply } from '../request/apply';
import { allOf, conditionOf, type Asked } from '../request/asked';
import { linkTo } from '../request/links';
import { badRequest } from '../request/problem';
import type { Answer } from './answer';
import { writePage } from './page';
import { portions, readAll, type Raw } from './raw';
import { headOf } from './rows';
import { rowWriter, type Field } from './write-row';

/** A page of groups. */
export async function groupsAnswer(
  asked: Asked,
  dataset: Dataset,
  filters: readonly Condition[],
  { by, values }: NonNullable<Apply['groups']>,
  { client, parts }: Snapshot,
): Promise<Answer> {
  const { reader, root, options, format, preferences } = asked;
  const { given, top, skip } = options;
  const condition = conditionOf(options);
  if (condition) requireGrouped(dataset, condition, by);
  const size = Math.min(top ?? preferences.pageSize, preferences.pageSize);
  const mayHaveMore = top === undefined || top > size;
  const query = {
    dataset,
    groupBy: by,
    measures: values,
    timeZone: TIME_ZONE,
    filter: within(reader, dataset, allOf([...filters, condition])),
    orderBy: orderOf(given.get('orderby')),
    first: mayHaveMore ? size + 1 : size,
    skip,
    parts,
  };
  const parameters = new Parameters();
  const text = aggregateSql(query, parameters);
  const all: readonly Field[] = [...by.map(({ column }) => column), ...values];
  const fields = chosenOf(all, given.get('select'));
  const write = rowWriter(fields, format, { isOpen: true });
  const places = fields.map((field) => all.indexOf(field));
  return {
    body: writePage(portions(client, text, parameters.values), {
      head: headOf(
        format.level === 'none'
          ? undefined
          : `${root}$metadata#${dataset.name}(${fields.map(({ name }) => name).join(',')})`,
        options.count ? await countOf(client, query) : undefined,
        format.ieee754,
      ),
      row: (row: Raw) => write(places.map((place) => row[place] ?? null)),
      size,
      tail: (_, hasMore) => {
        if (!hasMore || !mayHaveMore) return '}';
        const more = { $top: top === undefined ? undefined : top - size, $skip: skip + size };
        return `,"@odata.nextLink":${JSON.stringify(linkTo(root, dataset, options, more))}}`;
      },
    }),
  };
}

async function countOf(client: Snapshot['client'], query: AggregateQuery<GroupValue>): Promise<string> {
  const parameters = new Parameters();
  const [row] = await readAll(client, groupCountSql(query, parameters), parameters.values);
  return row?.[0] ?? '0';
}

function orderOf(text: string | undefined): readonly GroupOrder[] {
  if (text === undefined || text.trim() === '') return [];
  return text.split(',').map((term) => {
    const [name = '', direction = 'asc', ...more] = term.trim().split(/\s+/);
    if (more.length > 0 || !['asc', 'desc'].includes(direction)) {
      throw badRequest('$orderby', {
        zh: `“${term.trim()}”有误，应为名称，后面可加 asc 或 desc`,
        en: `“${term.trim()}” is wrong. Give a name, optionally with “asc” or “desc”`,
      });
    }
    return { name, descending: direction === 'desc' };
  });
}

function chosenOf(all: readonly Field[], select: string | undefined): readonly Field[] {
  if (select === undefined || select.trim() === '*') return all;
  return select.split(',').map((part) => {
    const found = all.find(({ name }) => name === part.trim());
    if (found) return found;
    const names = all.map(({ name }) => name).join(', ');
    throw badRequest('$select', {
      zh: `分组中没有“${part.trim()}”，可用：${names}`,
      en: `The groups have no “${part.trim()}”. Choose from: ${names}`,
    });
  });
}
