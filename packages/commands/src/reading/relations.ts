import { PublicError } from '@mtg/service-kit';
import { groupByKey, type Class, type SubgraphContext } from '@mtg/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { WorkRow } from '../rows/work-row';
import type { AnyReadable, Readable } from './readable';
import { restrictionFor } from './restrict';

interface RelationStatement<Parent, Row extends WorkRow> {
  /** Name of the field. */
  readonly name: string;
  readonly of: Readable<Row>;
  readonly by: Parent;
  /** Chinese first, then English; that of the rows, unless said otherwise. */
  readonly description?: string;
}

/** A field with the rows that point at this one: `workOrder { evidence { … } }`. At most 500 of each. */
export function childrenField<Parent extends WorkRow, Row extends WorkRow>(
  parent: new () => Parent,
  { name, of, by, description }: RelationStatement<keyof Row & string, Row>,
): Class {
  const batch = (context: SubgraphContext) => async (ids: readonly string[]) =>
    groupByKey(ids, await rowsBy(context, of, by, ids), (row) => String(row[by]));
  return relation(
    parent,
    name,
    () => [of.entity],
    description ?? of.description,
    (row, { loaders }, context) => loaders.get(batch, context).load(row.id),
  );
}

/** A DataLoader's batch function: for each id the row that the caller reads, or null. */
export const batchById =
  <Row extends WorkRow>(readable: Readable<Row>) =>
  (context: SubgraphContext) =>
  async (ids: readonly string[]): Promise<(Row | null)[]> =>
    groupByKey(ids, await rowsBy(context, readable, 'id', ids), ({ id }) => id).map(([row]) => row ?? null);

/** A field with the row that this one points at: `evidence { workOrder { … } }`. */
export function parentField<Child extends WorkRow, Row extends WorkRow>(
  child: new () => Child,
  { name, of, by, description }: RelationStatement<keyof Child & string, Row>,
): Class {
  const batch = batchById(of);
  return relation(
    child,
    name,
    () => of.entity,
    description ?? of.description,
    (row, { loaders }, context) => {
      const id = row[by as keyof WorkRow] as unknown;
      return typeof id === 'string' ? loaders.get(batch, context).load(id) : null;
    },
  );
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
    const rows = await rowsBy(context, readable as Readable, 'id', ids);
    return rows.map(({ id }) => id);
  } catch (error) {
    if (error instanceof PublicError && error.extensions['code'] === 'FORBIDDEN') return [];
    throw error;
  }
}

/** Builds the resolver class by hand what decorators would build from a written one. */
function relation(
  type: Class,
  name: string,
  returns: () => unknown,
  description: string,
  resolve: (row: WorkRow, parts: Pick<SubgraphContext, 'loaders'>, context: SubgraphContext) => unknown,
): Class {
  class Relation {}
  Resolver(() => type)(Relation);
  const { prototype } = Relation;
  Object.defineProperty(prototype, name, {
    value: (row: WorkRow, context: SubgraphContext) => resolve(row, context, context),
    configurable: true,
    writable: true,
  });
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  FieldResolver(returns as () => Class, { nullable: true, description })(prototype, name, descriptor);
  Root()(prototype, name, 0);
  Ctx()(prototype, name, 1);
  return Relation;
}

async function rowsBy<Row extends WorkRow>(
  context: SubgraphContext,
  readable: Readable<Row>,
  property: string,
  keys: readonly string[],
): Promise<Row[]> {
  const query = context.database.getRepository(readable.entity).createQueryBuilder('item');
  restrictionFor(context, readable)(query);
  return query
    .andWhere(`item.${property} = ANY(:keys)`, { keys })
    .andWhere('item.deletedAt IS NULL')
    .orderBy('item.id')
    .getMany();
}
