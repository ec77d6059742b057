import { positionOf, type Snapshot } from '@mtg/bi-doors';
import {
  columnNamed,
  Parameters,
  rowsSql,
  totalOrder,
  writeCursor,
  writePosition,
  type Position,
  type RowsQuery,
} from '@mtg/dataset-query';
import { escapeIdentifier } from 'pg';

/** The end of a page. */
export interface PageEnd {
  /** The position up to which a client has everything when it has the page. */
  readonly position: string;
  /** Parameter that the next page begins with; none without a further page. */
  readonly next?: { readonly name: 'after' | 'since'; readonly value: string };
}

/** Finds where a page ends. */
export async function findPageEnd(snapshot: Snapshot, query: RowsQuery): Promise<PageEnd> {
  const whole = positionOf(snapshot.freshness);
  if (query.limit === undefined) return { position: writePosition(whole) };
  if (query.order) return { position: writePosition(whole), ...(await endInOrder(snapshot, query)) };
  const last = await lastRow(snapshot, query, ['street', 'position']);
  const [street, position] = last ?? [];
  // Both columns have a value in every row.
  if (typeof street !== 'string' || typeof position !== 'string') return { position: writePosition(whole) };
  const reached = writePosition(
    reachedBy({ streets: snapshot.streets, whole, since: query.since }, street, BigInt(position)),
  );
  return { position: reached, next: { name: 'since', value: reached } };
}

async function endInOrder(snapshot: Snapshot, query: RowsQuery): Promise<Partial<PageEnd>> {
  const order = totalOrder(query.dataset, query.order ?? []);
  const last = await lastRow(
    snapshot,
    query,
    order.map(({ column }) => column.name),
  );
  return last ? { next: { name: 'after', value: writeCursor(query.dataset.name, order, last) } } : {};
}

/** The last row of a page, as texts. */
async function lastRow(
  { client, streets }: Snapshot,
  query: RowsQuery,
  names: readonly string[],
): Promise<readonly (string | null)[] | undefined> {
  const parameters = new Parameters();
  const select = names.map((name) => columnNamed(query.dataset, name, 'select'));
  const skip = (query.limit ?? 1) - 1;
  const rows = rowsSql({ ...query, select, skip, limit: 1 }, streets, parameters);
  const texts = names.map((name) => `${escapeIdentifier(name)}::text`);
  const found = await client.query<(string | null)[]>({
    text: `SELECT ${texts.join(', ')} FROM (${rows}) AS "row"`,
    values: parameters.values,
    rowMode: 'array',
  });
  return found.rows[0];
}

interface Reading {
  readonly streets: readonly string[];
  readonly whole: Position;
  readonly since: Position | undefined;
}

/** The feed comes street by street: those before the last row's are read, and those behind it are not. */
function reachedBy({ streets, whole, since }: Reading, street: string, position: bigint): Position {
  const at = streets.indexOf(street);
  return new Map(
    streets.flatMap((each, index): [string, bigint][] => {
      const known = index < at ? whole.get(each) : index === at ? position : since?.get(each);
      return known === undefined ? [] : [[each, known]];
    }),
  );
}
