import { readScope } from '@mtg/access';
import { refuse, type SubgraphContext } from '@mtg/subgraph-kit';

/**
 * Refuses whoever does not read what is deliberated. Those who do, read all of their street's.
 *
 * @throws PublicError UNAUTHENTICATED, FORBIDDEN
 */
export function requireReader({ actor, owner }: SubgraphContext): void {
  const scope = readScope(actor, 'DELIBERATION', owner);
  if (scope.kind === 'ALL') return;
  if (scope.kind !== 'NONE') throw new Error(`deliberation is not read by ${scope.kind}`);
  throw refuse.because(scope.code, scope.message, { street: owner });
}
