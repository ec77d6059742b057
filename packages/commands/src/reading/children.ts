import { groupByKey, UUID, zhEn, type Class, type SubgraphContext } from '@mtg/subgraph-kit';
import { ArgsType, Field, Int } from 'type-graphql';
import type { WorkRow } from '../rows/work-row';
import { readPageArgs } from './page-args';
import type { Readable } from './readable';
import { relation, type RelationStatement } from './relation';
import { restrictionFor } from './restrict';

/** What part of a row's children is wanted. Lists have filters and cursors; here an id is all the place there is. */
@ArgsType()
class ChildrenArgs {
  @Field(() => Int, {
    nullable: true,
    description: zhEn(
      '取前几项，按登记先后，默认50，最多500；取满时可能还有，用 after 续取',
      'The first so many, oldest first; 50 by default, 500 at most. Where so many come there may be more: ask again with after',
    ),
  })
  first?: number | null;

  @Field(() => UUID, {
    nullable: true,
    description: zhEn('在此标识之后：上次末项的 id', 'After this one: the id of the last that came'),
  })
  after?: string | null;
}

/** A field with the rows that point at this one, so many of each: `workOrder { evidence(first: 10) { … } }`. */
export function childrenField<Parent extends WorkRow, Row extends WorkRow>(
  parent: new () => Parent,
  { name, of, by, description }: RelationStatement<keyof Row & string, Row>,
): Class {
  const batch = (context: SubgraphContext) => async (keys: readonly string[]) => {
    const wanted = keys.map(readKey);
    const pages = groupByKey([...new Set(wanted.map(pageOf))], wanted, pageOf);
    const found = await Promise.all(pages.map((page) => childrenOf(context, of, by, page)));
    return groupByKey(keys, found.flat(), ({ key }) => key).map((group) => group.map(({ row }) => row));
  };
  return relation(parent, {
    name,
    returns: () => [of.entity],
    description: description ?? of.description,
    args: ChildrenArgs,
    resolve: ({ id }, context, { first, after }) => {
      const { size } = readPageArgs({ first: first ?? null });
      return context.loaders.get(batch, context).load(writeKey({ id, size, after: after ?? null }));
    },
  });
}

/** Which children of which row. */
interface Wanted {
  readonly id: string;
  readonly size: number;
  readonly after: string | null;
}

/** DataLoaders know their keys by identity, so it is a text. */
const writeKey = (wanted: Wanted): string => `${pageOf(wanted)} ${wanted.id}`;
const pageOf = ({ size, after }: Wanted): string => `${size} ${after ?? ''}`;

function readKey(key: string): Wanted {
  const [size, after, id = ''] = key.split(' ');
  return { id, size: Number(size), after: after || null };
}

/** So many children of each of these rows in one statement, which reads no more of a row's children than that. */
async function childrenOf<Row extends WorkRow>(
  context: SubgraphContext,
  readable: Readable<Row>,
  property: keyof Row & string,
  parents: readonly Wanted[],
): Promise<{ readonly key: string; readonly row: Row }[]> {
  const [{ size, after } = { size: 0, after: null }] = parents;
  const query = context.database.getRepository(readable.entity).createQueryBuilder('item');
  const ofOne = query
    .subQuery()
    .select('child.id')
    .from(readable.entity, 'child')
    .where(`child.${property} = parent.id`)
    .andWhere('child.deletedAt IS NULL')
    .orderBy('child.id')
    .limit(size);
  restrictionFor(context, readable)(ofOne);
  if (after !== null) ofOne.andWhere('child.id > :after', { after });
  const rows = await query
    .where(
      `item.id IN (SELECT each.id FROM unnest(CAST(:ids AS uuid[])) AS parent (id)
        CROSS JOIN LATERAL ${ofOne.getQuery()} AS each (id))`,
      { ids: parents.map(({ id }) => id) },
    )
    .orderBy('item.id')
    .getMany();
  return rows.map((row) => ({ key: writeKey({ id: String(row[property]), size, after }), row }));
}
