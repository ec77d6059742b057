import { snakeCase, groupByKey, type SubgraphContext } from '@mtg/subgraph-kit';
import type { ChildRelation } from '../tables/relation';
import type { ChildrenPage } from './children-args';
import type { ReadRow } from './read-row';
import { restrictionOf } from './restriction';
import { relationSql } from './rows-sql';
import { Statement } from './statement';
import type { Wanted } from './wanted';

/** Selection of children, and of their fields. */
interface ChildrenAsked {
  /** Undefined for all. */
  readonly page: ChildrenPage | undefined;
  readonly wanted: Wanted;
}

/** Several rows, or the only one. */
type Children = readonly ReadRow[] | ReadRow | null;

/**
 * The children of each of these rows that the caller reads, by one statement that reads no more of them than that.
 *
 * @throws PublicError UNAUTHENTICATED or FORBIDDEN when that is none
 */
export async function readChildren(
  context: Pick<SubgraphContext, 'database' | 'actor' | 'owner' | 'clock'>,
  relation: ChildRelation,
  { page, wanted }: ChildrenAsked,
  keys: readonly string[],
): Promise<readonly Children[]> {
  const restriction = restrictionOf(context, relation.target.table);
  const statement = new Statement(context.clock);
  const owner = statement.alias();
  const given = statement.value(keys);
  const sql = relationSql(statement, context, owner, { relation, page, wanted }, restriction);
  const key = snakeCase(relation.key);
  const type = relation.key === 'id' ? 'uuid' : 'text';
  const found: readonly { readonly key: string; readonly rows: Children }[] = await context.database.query(
    `SELECT ${owner}.${key} AS key, ${sql} AS rows FROM unnest(${given}::${type}[]) AS ${owner} (${key})`,
    statement.values,
  );
  return groupByKey(keys, found, ({ key: its }) => its).map(([each]) => each?.rows ?? null);
}
