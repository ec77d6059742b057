import type { Snapshot } from '@mtg/bi-doors';
import { aggregateSql, Parameters } from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';
import type { Grouped } from '../request/apply';
import type { Asked } from '../request/asked';
import { linkTo } from '../request/links';
import { badRequest } from '../request/problem';
import type { Answer } from './answer';
import { countOf } from './count';
import { groupsQuery } from './groups-query';
import { writePage } from './page';
import { portions, type Raw } from './raw';
import { headOf } from './rows';
import { rowWriter, type Field } from './write-row';

/** A page of groups. */
export async function groupsAnswer(
  asked: Asked,
  dataset: Dataset,
  apply: Grouped,
  snapshot: Snapshot,
): Promise<Answer> {
  const { root, options, format, preferences } = asked;
  const { given, top, skip } = options;
  const { by, values } = apply.groups;
  const size = Math.min(top ?? preferences.pageSize, preferences.pageSize);
  const mayHaveMore = top === undefined || top > size;
  const query = {
    ...groupsQuery(asked, dataset, apply, snapshot),
    first: mayHaveMore ? size + 1 : size,
    skip,
  };
  const parameters = new Parameters();
  const text = aggregateSql(query, parameters);
  const all: readonly Field[] = [...by.map(({ column }) => column), ...values];
  const fields = chosenOf(all, given.get('select'));
  const write = rowWriter(fields, format, { isOpen: true });
  const places = fields.map((field) => all.indexOf(field));
  return {
    isPage: true,
    body: writePage(portions(snapshot.client, text, parameters.values), {
      head: headOf(
        format.level === 'none'
          ? undefined
          : `${root}$metadata#${dataset.name}(${fields.map(({ name }) => name).join(',')})`,
        options.count ? await countOf(asked, dataset, apply, snapshot) : undefined,
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
