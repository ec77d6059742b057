import { readScope } from '@mtg/access';
import { PublicError, type SubgraphContext } from '@mtg/subgraph-kit';

/**
 * Refuses whoever does not read what is deliberated. Those who do, read all of their street's.
 *
 * @throws PublicError UNAUTHENTICATED, FORBIDDEN
 */
export function requireReader({ actor, owner }: SubgraphContext): void {
  const scope = readScope(actor, 'DELIBERATION', owner);
  if (scope.kind === 'ALL') return;
  if (scope.kind !== 'NONE') throw new Error(`deliberation is not read by ${scope.kind}`);
  throw new PublicError(scope.code, `${scope.message.zh} · ${scope.message.en}`, { street: owner });
}
