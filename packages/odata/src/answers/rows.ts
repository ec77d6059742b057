import { positionOf, within, type Snapshot } from '@mtg/bi-doors';
import {
  columnNamed,
  Parameters,
  parseOrder,
  readPosition,
  rowsSql,
  totalOrder,
  writeCursor,
  writePosition,
  type Condition,
  type OrderTerm,
} from '@mtg/dataset-query';
import type { Dataset, DatasetColumn } from '@mtg/datasets';
import { typeName } from '../metadata/edm';
import { allOf, conditionOf, contextColumns, selected, type Asked } from '../request/asked';
import { entityId, linkTo } from '../request/links';
import type { Answer } from './answer';
import { countOf } from './count';
import { writePage } from './page';
import { portions, type Raw } from './raw';
import { rowWriter } from './write-row';

/** Between the cursor and the position in a token of a load that is followed by its changes. */
const MARK = '~';

/** A page of the rows of a dataset. */
export async function rowsAnswer(
  asked: Asked,
  dataset: Dataset,
  filters: readonly Condition[],
  snapshot: Snapshot,
): Promise<Answer> {
  const { client, freshness, streets, parts } = snapshot;
  const { reader, root, options, format, preferences } = asked;
  const { given, top, skip } = options;
  const order = totalOrder(dataset, orderOf(dataset, given.get('orderby')));
  const [after, start] = tokenOf(given.get('skiptoken'));
  const tracks = preferences.trackChanges && top === undefined && skip === 0;
  // Changes are asked for from the state that the first page is of, since rows change while the others are read.
  const position = start === undefined ? positionOf(freshness) : readPosition(start, streets, '$skiptoken');
  const followed =
    start !== undefined || (after === undefined && tracks) ? writePosition(position) : undefined;
  const size = Math.min(top ?? preferences.pageSize, preferences.pageSize);
  const mayHaveMore = top === undefined || top > size;
  const chosen = selected(dataset, options);
  const read = [...new Set([...chosen, ...order.map(({ column }) => column), ...keyOf(dataset)])];
  const query = {
    dataset,
    select: read,
    filter: within(reader, dataset, allOf([...filters, conditionOf(options)])),
    order,
    after,
    limit: mayHaveMore ? size + 1 : size,
    skip,
    parts,
  };
  const parameters = new Parameters();
  const text = rowsSql(query, streets, parameters);
  const count = options.count
    ? await countOf(asked, dataset, { filters, groups: undefined }, snapshot)
    : undefined;
  const place = (column: DatasetColumn): number => read.indexOf(column);
  const tail = (last: Raw | undefined, hasMore: boolean): string => {
    if (hasMore && last && mayHaveMore) {
      const cursor = writeCursor(dataset.name, order, cursorOf(order, last, place));
      const token = followed === undefined ? cursor : `${cursor}${MARK}${followed}`;
      const left = top === undefined ? undefined : top - size;
      return `,"@odata.nextLink":${JSON.stringify(linkTo(root, dataset, options, { $top: left, $skiptoken: token }))}}`;
    }
    if (followed === undefined) return '}';
    return `,"@odata.deltaLink":${JSON.stringify(linkTo(root, dataset, options, { $deltatoken: followed }))}}`;
  };
  const context = `${root}$metadata#${dataset.name}${contextColumns(options, chosen)}`;
  return {
    isPage: true,
    isTracked: followed !== undefined,
    body: writePage(portions(client, text, parameters.values), {
      head: headOf(format.level === 'none' ? undefined : context, count, format.ieee754),
      row: rowWriter(chosen, format, controlOf(asked, dataset, read)),
      size,
      tail,
    }),
  };
}

/** The beginning of an answer with rows. */
export function headOf(context: string | undefined, count: string | undefined, ieee754: boolean): string {
  const told = [
    ...(context === undefined ? [] : [`"@odata.context":${JSON.stringify(context)}`]),
    ...(count === undefined ? [] : [`"@odata.count":${ieee754 ? `"${count}"` : count}`]),
    '"value":[',
  ];
  return `{${told.join(',')}\n`;
}

export const keyOf = (dataset: Dataset): readonly DatasetColumn[] =>
  ['street', 'id'].map((name) => columnNamed(dataset, name, 'key'));

/** Type and address of each row, which only `metadata=full` writes. */
export function controlOf(
  { root, format }: Pick<Asked, 'root' | 'format'>,
  dataset: Dataset,
  read: readonly DatasetColumn[],
): { readonly control?: (row: Raw) => string } {
  if (format.level !== 'full') return {};
  const [street = 0, id = 0] = keyOf(dataset).map((column) => read.indexOf(column));
  return {
    control: (row) => {
      const address = JSON.stringify(`${root}${entityId(dataset, row[street] ?? '', row[id] ?? '')}`);
      return `"@odata.type":"#${typeName(dataset)}","@odata.id":${address},"@odata.readLink":${address}`;
    },
  };
}

/**
 * Absent values are less than all others. Without an order street by street and by id: a page is read from an index, and rows that
 * change keep their place.
 */
const orderOf = (dataset: Dataset, text: string | undefined): readonly OrderTerm[] =>
  parseOrder(dataset, text === undefined || text.trim() === '' ? 'street' : text, '$orderby').map((term) => ({
    ...term,
    absentIsLeast: true,
  }));

const cursorOf = (
  order: readonly OrderTerm[],
  row: Raw,
  place: (column: DatasetColumn) => number,
): readonly (string | null)[] => order.map(({ column }) => row[place(column)] ?? null);

function tokenOf(token: string | undefined): readonly [after: string | undefined, start: string | undefined] {
  const at = token?.indexOf(MARK) ?? -1;
  return token === undefined || at < 0 ? [token, undefined] : [token.slice(0, at), token.slice(at + 1)];
}
