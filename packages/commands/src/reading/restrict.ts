import { readScope, type RowScope } from '@mtg/access';
import { PublicError } from '@mtg/service-kit';
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
    throw new PublicError(scope.code, `${scope.message.zh} · ${scope.message.en}`, { street: owner });
  }
  const condition = readable.scopes?.[scope.kind];
  return (query) => {
    query.andWhere(condition ? condition(query.alias, ':scopeValue') : 'false', {
      scopeValue: valueOf(scope),
    });
  };
}

function valueOf(scope: Exclude<RowScope, { kind: 'ALL' | 'NONE' }>): string {
  if (scope.kind === 'CENTER') return scope.center;
  if (scope.kind === 'COMMUNITY') return scope.community;
  return scope.kind === 'DEPARTMENT' ? scope.department : scope.author;
}
