import { readScope, type NarrowScope } from '@mtg/access';
import { refuse } from '@mtg/service-kit';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { Table } from '../tables/table';
import type { Statement } from './statement';

/** SQL that holds for the rows that the caller reads; undefined when those are all. @param row alias of the table */
export type Restriction = (statement: Statement, row: string) => string | undefined;

type Reader = Pick<SubgraphContext, 'actor' | 'owner'>;

/**
 * Which rows of a table the caller reads.
 *
 * @throws PublicError UNAUTHENTICATED or FORBIDDEN when that is none
 */
export function restrictionOf({ actor, owner }: Reader, table: Pick<Table, 'group' | 'scope'>): Restriction {
  if (table.group === undefined) return () => undefined;
  const read = readScope(actor, table.group, owner);
  if (read.kind === 'ALL') return () => undefined;
  if (read.kind === 'NONE') {
    throw refuse.because(read.code, read.message, { street: owner });
  }
  return (statement, row) => {
    const values = Object.entries(read.of) as [NarrowScope, string][];
    const conditions = values.flatMap(([by, value]) => {
      const condition = table.scope(by);
      return condition ? [condition(row, statement.value(value), statement.now)] : [];
    });
    return conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false';
  };
}

/** Whether the caller reads any row of a table at all. */
export const mayRead = ({ actor, owner }: Reader, { group }: Pick<Table, 'group'>): boolean =>
  group === undefined || readScope(actor, group, owner).kind !== 'NONE';
