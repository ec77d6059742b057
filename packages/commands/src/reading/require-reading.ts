import { readScope, type FieldGroup, type RowScope } from '@mtg/access';
import { refuse } from '@mtg/service-kit';
import type { SubgraphContext } from '@mtg/subgraph-kit';

/**
 * The rows of a field group that the caller reads, for a field that no table makes.
 *
 * @throws PublicError UNAUTHENTICATED or FORBIDDEN when that is none
 */
export function requireReading(
  { actor, owner }: Pick<SubgraphContext, 'actor' | 'owner'>,
  group: FieldGroup,
): Exclude<RowScope, { kind: 'NONE' }> {
  const read = readScope(actor, group, owner);
  if (read.kind !== 'NONE') return read;
  throw refuse.because(read.code, read.message, { street: owner });
}
