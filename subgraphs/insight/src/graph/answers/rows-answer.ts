import { positionOf, readSince, within, type Doors, type Freshness } from '@mtg/bi-doors';
import {
  countSql,
  orderTerms,
  QueryProblem,
  REMOVED_COLUMN,
  rowsSql,
  totalOrder,
  writeCursor,
  writePosition,
  type OrderTerm,
  type Position,
} from '@mtg/dataset-query';
import type { Dataset } from '@mtg/datasets';
import type { GraphQLResolveInfo } from 'graphql';
import type { FilterInput } from './conditions';
import type { GraphContext } from './context';
import { sourceFreshness } from './freshness';
import { countWithin } from './numbers';
import { reading, type Reading, type Row } from './read';
import { shownValue } from './shown-value';
import { partsOf } from './select-columns';

/** Arguments of a dataset's page, as GraphQL has checked them. */
export interface RowsArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly skip?: number | null;
  readonly filter?: FilterInput | null;
  readonly orderBy?: readonly { readonly column: string; readonly direction: 'ASC' | 'DESC' }[] | null;
  readonly since?: string | null;
}

const PAGE = { usual: 50, most: 500 };
/** A reader that goes further does so by cursor, which costs the same on every page. */
const MOST_SKIPPED = 100_000;

/** Reads a page of a dataset: in an order, or the changes since a position. */
export const readRows = (
  doors: Pick<Doors, 'pool' | 'sources'>,
  dataset: Dataset,
  strict: boolean,
  given: RowsArguments,
  context: GraphContext,
  info: GraphQLResolveInfo,
): Promise<object> =>
  reading(doors, context, { dataset, strict, filter: given.filter }, async (open) => {
    const size = countWithin('first', given.first, PAGE);
    const skip = countWithin('skip', given.skip, { usual: 0, most: MOST_SKIPPED });
    const parts = partsOf(dataset, info);
    const filter = within(open.reader, dataset, open.filter);
    const query = { dataset, filter, limit: size + 1, skip, parts: open.parts };
    const page =
      typeof given.since === 'string'
        ? await changes(open, { ...query, select: parts.columns }, given, size)
        : await inOrder(open, { ...query, select: parts.columns }, given, size);
    const isCounted = parts.hasCount && typeof given.since !== 'string';
    const [counted] = isCounted
      ? await open.rows((binder) => countSql({ ...query, select: [] }, binder))
      : [];
    return {
      ...page,
      totalCount: counted?.['count'] ?? null,
      freshness: sourceFreshness(doors, open.freshness),
    };
  });

type Query = Omit<Parameters<typeof rowsSql>[0], 'order' | 'after' | 'since'>;

async function inOrder(
  open: Reading,
  query: Query,
  { after, orderBy }: RowsArguments,
  size: number,
): Promise<object> {
  const { dataset } = query;
  const given = (orderBy ?? []).map(({ column, direction }) => ({
    name: column.toLowerCase(),
    descending: direction === 'DESC',
  }));
  const order = totalOrder(dataset, orderTerms(dataset, given, 'orderBy'));
  const select = [...new Set([...query.select, ...order.map(({ column }) => column)])];
  const found = await open.rows((binder) =>
    rowsSql({ ...query, select, order, ...(typeof after === 'string' && { after }) }, open.streets, binder),
  );
  const cursorOf = (row: Row): string => writeCursor(dataset.name, order, order.map(valueIn(row)));
  return {
    ...pageOf(query, found.slice(0, size), cursorOf, {
      // Without a row there is no cursor to go on with.
      hasNextPage: size > 0 && found.length > size,
      hasPreviousPage: typeof after === 'string' || Number(query.skip) > 0,
    }),
    removed: [],
    position: writePosition(positionOf(open.freshness)),
  };
}

async function changes(
  open: Reading,
  query: Query,
  { since: text, after, orderBy }: RowsArguments,
  size: number,
): Promise<object> {
  const other = typeof after === 'string' ? 'after' : orderBy ? 'orderBy' : query.skip ? 'skip' : undefined;
  if (other !== undefined) {
    throw new QueryProblem(other, {
      zh: '变更按位置的次序给出：请去掉它，用上一页的 position 作为 since 读下一页',
      en: 'changes come in the order of their positions. Leave it out, and pass the `position` of a page as `since` of the next',
    });
  }
  const since = readSince(text ?? '0', open);
  const found = await open.rows((binder) => rowsSql({ ...query, since }, open.streets, binder));
  const all = found.slice(0, size);
  const [rows, removed] = [false, true].map((is) => all.filter((row) => row[REMOVED_COLUMN] === is));
  const reached = (row: Row | undefined): string => writePosition(reachedBy(row, since, open));
  return {
    ...pageOf(query, rows ?? [], reached, {
      hasNextPage: size > 0 && found.length > size,
      hasPreviousPage: false,
    }),
    removed: (removed ?? []).map(({ street, id, position }) => ({ street, id, position: String(position) })),
    position: found.length > size ? reached(all.at(-1)) : writePosition(positionOf(open.freshness)),
  };
}

/** The streets come one after the other: those before the row's are read whole, those behind it not yet. */
function reachedBy(row: Row | undefined, since: Position, { freshness }: Reading): Position {
  const at = freshness.findIndex(({ street }) => street === row?.['street']);
  return new Map(
    freshness.map(({ street, position }: Freshness, place): [string, bigint] => {
      if (place < at) return [street, position];
      return [street, place === at ? BigInt(String(row?.['position'])) : (since.get(street) ?? 0n)];
    }),
  );
}

function pageOf(
  { dataset: { owner }, select }: Query,
  rows: readonly Row[],
  cursorOf: (row: Row) => string,
  info: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean },
): object {
  const nodes = rows.map((row) => ({
    ...Object.fromEntries(select.map(({ name, property, sql }) => [property, shownValue(sql, row[name])])),
    ...(owner === 'STREET' && { live: row['street'], object: { street: row['street'], id: row['id'] } }),
  }));
  const edges = rows.map((row, index) => ({ cursor: cursorOf(row), node: nodes[index] }));
  return {
    nodes,
    edges,
    pageInfo: { ...info, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

/** The value of an order in a row, as a cursor has it. */
const valueIn =
  (row: Row) =>
  ({ column: { name } }: OrderTerm): string | null => {
    const value = row[name];
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) return arrayText(value);
    return typeof value === 'string' ? value : JSON.stringify(value);
  };

/** A list as PostgreSQL writes it. */
const arrayText = (values: readonly unknown[]): string =>
  `{${values.map((value) => `"${String(value).replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(',')}}`;
