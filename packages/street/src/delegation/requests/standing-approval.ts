import type { StandingApproval } from '@mtg/governance';
import { approvalFor } from '../../district-references/approval-for';
import type { StreetContext } from '../../foundation/street-context';
import { Delegation } from './delegation';

/**
 * The approval that a delegation rests on, as the district has it now: it may have been revoked since the delegation was
 * submitted. To be asked for before the command's turn; which approval it is never changes.
 *
 * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer
 */
export async function standingApproval(
  context: StreetContext,
  delegationId: string | null,
): Promise<StandingApproval> {
  if (delegationId === null) return { street: context.owner, approval: null };
  const delegation = await context.database.getRepository(Delegation).findOneBy({ id: delegationId });
  return { street: context.owner, approval: await approvalFor(context, delegation?.approvalId ?? null) };
}
