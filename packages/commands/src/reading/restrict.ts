import { readScope, type NarrowScope } from '@mtg/access';
import { refuse } from '@mtg/service-kit';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import type { SelectQueryBuilder } from 'typeorm';
import type { WorkRow } from '../rows/work-row';
import type { Readable } from './readable';

/** Narrows a query to the rows that the caller reads. */
export type Restriction = (query: SelectQueryBuilder<WorkRow>) => void;

/**
 * Which of the rows the caller reads.
 *
 * @throws PublicError UNAUTHENTICATED or FORBIDDEN when that is none
 */
export function restrictionFor(
  { actor, owner }: SubgraphContext,
  readable: Pick<Readable, 'group' | 'scopes'>,
): Restriction {
  const scope = readScope(actor, readable.group, owner);
  if (scope.kind === 'ALL') return () => undefined;
  if (scope.kind === 'NONE') {
    throw refuse.because(scope.code, scope.message, { street: owner });
  }
  return (query) => {
    const values = Object.entries(scope.of) as [NarrowScope, string][];
    const conditions = values.flatMap(([by, value]) => {
      const condition = readable.scopes?.[by];
      if (!condition) return [];
      query.setParameter(`scope${by}`, value);
      return condition(query.alias, `:scope${by}`);
    });
    query.andWhere(conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false');
  };
}
