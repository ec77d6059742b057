import { PublicError } from '@mtg/service-kit';
import { groupByKey, type Class, type SubgraphContext } from '@mtg/subgraph-kit';
import type { SelectQueryBuilder } from 'typeorm';
import type { WorkRow } from '../rows/work-row';
import type { AnyReadable, Readable } from './readable';
import { relation, type RelationStatement } from './relation';
import { restrictionFor } from './restrict';

export { childrenField } from './children';

/** A DataLoader's batch function: for each id the row that the caller reads, or null. */
export const batchById =
  <Row extends WorkRow>(readable: Readable<Row>) =>
  (context: SubgraphContext) =>
  async (ids: readonly string[]): Promise<(Row | null)[]> =>
    groupByKey(ids, await rowsById(context, readable, ids), ({ id }) => id).map(([row]) => row ?? null);

/** A field with the row that this one points at: `evidence { workOrder { … } }`. */
export function parentField<Child extends WorkRow, Row extends WorkRow>(
  child: new () => Child,
  { name, of, by, description }: RelationStatement<keyof Child & string, Row>,
): Class {
  const batch = batchById(of);
  return relation(child, {
    name,
    returns: () => of.entity,
    description: description ?? of.description,
    resolve: (row, context) => {
      const id = row[by as keyof WorkRow] as unknown;
      return typeof id === 'string' ? context.loaders.get(batch, context).load(id) : null;
    },
  });
}

/**
 * Which of these rows the caller reads; none where the policy table says so. For answers that name things of several kinds
 * and leave out what is not for the reader.
 *
 * @throws PublicError UNAUTHENTICATED without a token
 */
export async function readableIds(
  context: SubgraphContext,
  readable: AnyReadable,
  ids: readonly string[],
): Promise<readonly string[]> {
  try {
    // Only the ids are looked at; the connection, which is lost in a list, is not used.
    const query = queryById(context, readable as Readable, ids).select('item.id');
    if (ids.length === 0) return [];
    const rows = await query.getMany();
    return rows.map(({ id }) => id);
  } catch (error) {
    if (error instanceof PublicError && error.extensions['code'] === 'FORBIDDEN') return [];
    throw error;
  }
}

const rowsById = <Row extends WorkRow>(
  context: SubgraphContext,
  readable: Readable<Row>,
  ids: readonly string[],
): Promise<Row[]> => queryById(context, readable, ids).orderBy('item.id').getMany();

function queryById<Row extends WorkRow>(
  context: SubgraphContext,
  readable: Readable<Row>,
  ids: readonly string[],
): SelectQueryBuilder<Row> {
  const query = context.database.getRepository(readable.entity).createQueryBuilder('item');
  restrictionFor(context, readable)(query);
  return query.andWhere('item.id = ANY(:ids)', { ids }).andWhere('item.deletedAt IS NULL');
}
