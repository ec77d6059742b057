import { within, type Snapshot } from '@mtg/bi-doors';
import {
  parseFilter,
  TIME_ZONE,
  type AggregateQuery,
  type GroupOrder,
  type GroupValue,
} from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';
import type { Grouped } from '../request/apply';
import { allOf, type Asked } from '../request/asked';
import { badRequest, notOffered } from '../request/problem';

/**
 * The query about groups that a request makes, without its page. `$filter` is about the groups, as is all that follows `$apply`.
 *
 * @throws ODataProblem for `$search`, which groups do not have
 */
export function groupsQuery(
  { reader, options: { given } }: Pick<Asked, 'reader' | 'options'>,
  dataset: Dataset,
  { filters, groups: { by, values, filters: ofGroups } }: Grouped,
  { parts }: Pick<Snapshot, 'parts'>,
): AggregateQuery<GroupValue> {
  if (given.has('search')) {
    throw notOffered('$search', {
      zh: '分组后不能搜索；请写在 $apply=search(…)/groupby(…) 中，先搜索再分组',
      en: 'Groups are not searched. Put it into $apply=search(…)/groupby(…), which searches the rows before they are grouped',
    });
  }
  const filter = given.get('filter');
  return {
    dataset,
    groupBy: by,
    measures: values,
    timeZone: TIME_ZONE,
    parts,
    filter: within(reader, dataset, allOf(filters)),
    groupFilter: allOf([...ofGroups, filter === undefined ? undefined : parseFilter(filter)]),
    orderBy: orderOf(given.get('orderby')),
  };
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
    return { name, descending: direction === 'desc', absentIsLeast: true };
  });
}
