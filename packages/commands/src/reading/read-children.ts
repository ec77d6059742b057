import { groupByKey, type SubgraphContext } from '@mtg/subgraph-kit';
import type { ChildRelation } from '../tables/relation';
import type { ChildrenPage } from './children-args';
import type { ReadRow } from './read-row';
import { relationSql } from './rows-sql';
import { Statement } from './statement';
import type { Wanted } from './wanted';

/** Which children, and what of them. */
interface ChildrenAsked {
  readonly page: ChildrenPage;
  readonly wanted: Wanted;
}

/**
 * The children of each of these rows that the caller reads, by one statement that reads no more of them than that.
 *
 * @throws PublicError UNAUTHENTICATED or FORBIDDEN when that is none
 */
export async function readChildren(
  context: Pick<SubgraphContext, 'database' | 'actor' | 'owner' | 'clock'>,
  relation: ChildRelation,
  { page, wanted }: ChildrenAsked,
  ids: readonly string[],
): Promise<readonly (readonly ReadRow[])[]> {
  const statement = new Statement(context.clock);
  const owner = statement.alias();
  const given = statement.value(ids);
  const sql = relationSql(statement, context, owner, { relation, page, wanted });
  const found: readonly { readonly id: string; readonly rows: readonly ReadRow[] }[] =
    await context.database.query(
      `SELECT ${owner}.id, ${sql} AS rows FROM unnest(${given}::uuid[]) AS ${owner} (id)`,
      statement.values,
    );
  return groupByKey(ids, found, ({ id }) => id).map(([each]) => each?.rows ?? []);
}
