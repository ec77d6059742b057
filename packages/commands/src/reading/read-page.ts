import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { SelectQueryBuilder } from 'typeorm';
import type { WorkRow } from '../rows/work-row';
import { readCursor, writeCursor } from './cursor';
import type { Page } from './connection';
import { readPageArgs, type PageArgs } from './page-args';
import type { Readable } from './readable';
import { restrictionFor } from './restrict';

/** A filter as its input type has checked it. */
export type FilterValues = Readonly<Record<string, unknown>>;

/**
 * One page of the rows that the caller reads, by keyset: the cost of a page does not grow with its place in the list.
 *
 * @throws PublicError UNAUTHENTICATED, FORBIDDEN; BAD_USER_INPUT for arguments that make no sense
 */
export async function readPage<Row extends WorkRow>(
  context: SubgraphContext,
  readable: Readable<Row>,
  args: PageArgs,
  filter: FilterValues,
): Promise<Page<Row>> {
  const { size, backwards, after, before } = readPageArgs(args);
  const byUpdate = filter['updatedSince'] instanceof Date;
  const restrict = restrictionFor(context, readable);
  const list = (): SelectQueryBuilder<Row> => {
    const query = context.database.getRepository(readable.entity).createQueryBuilder('item');
    restrict(query);
    applyFilter(query, filter, readable.conditions);
    return query;
  };
  const page = list();
  if (after !== null) beyond(page, '>', readCursor(after, 'after', byUpdate));
  if (before !== null) beyond(page, '<', readCursor(before, 'before', byUpdate));
  const direction = backwards ? 'DESC' : 'ASC';
  if (byUpdate) page.addOrderBy('item.updatedAt', direction);
  // One more than asked for tells whether there are more.
  const found = await page
    .addOrderBy('item.id', direction)
    .limit(size + 1)
    .getMany();
  const rows = found.slice(0, size);
  const more = found.length > size;
  if (backwards) rows.reverse();
  return {
    rows,
    cursorOf: ({ id, updatedAt }) => writeCursor({ id, updatedAt: byUpdate ? updatedAt : null }),
    hasNextPage: backwards ? before !== null : more,
    hasPreviousPage: backwards ? more : after !== null,
    count: () => list().getCount(),
  };
}

function applyFilter<Row extends WorkRow>(
  query: SelectQueryBuilder<Row>,
  filter: FilterValues,
  conditions: Readable['conditions'] = {},
): void {
  const { updatedSince, ...own } = filter;
  if (updatedSince instanceof Date) query.andWhere('item.updatedAt >= :updatedSince', { updatedSince });
  else query.andWhere('item.deletedAt IS NULL');
  for (const [name, value] of Object.entries(own)) {
    if (value === null || value === undefined) continue;
    const isPassed = conditions[name] ?? ((row, given) => `${row}.${name} = ${given}`);
    query.andWhere(isPassed('item', `:filter_${name}`), { [`filter_${name}`]: value });
  }
}

function beyond<Row extends WorkRow>(
  query: SelectQueryBuilder<Row>,
  sign: '<' | '>',
  { id, updatedAt }: { readonly id: string; readonly updatedAt: Date | null },
): void {
  const name = sign === '>' ? 'after' : 'before';
  if (updatedAt) {
    query.andWhere(`(item.updatedAt, item.id) ${sign} (:${name}Time, :${name}Id)`, {
      [`${name}Time`]: updatedAt,
      [`${name}Id`]: id,
    });
  } else {
    query.andWhere(`item.id ${sign} :${name}Id`, { [`${name}Id`]: id });
  }
}
