import type { CommandTransaction } from '@mtg/commands';
import { localDay, r07, type ApprovalReference } from '@mtg/governance';
import { approvalFor } from '../district-references/approval-for';
import type { StreetContext } from '../street-context';
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
): Promise<ApprovalReference | null> {
  if (delegationId === null) return null;
  const delegation = await context.database.getRepository(Delegation).findOneBy({ id: delegationId });
  return approvalFor(context, delegation?.approvalId ?? null);
}

/**
 * R07, at each step by which the street takes a request on.
 *
 * @param citedBy input that names the request
 * @throws PublicError RULE_VIOLATION
 */
export function requireApproved(
  transaction: CommandTransaction,
  { kind, departmentCode: department }: Delegation,
  approval: ApprovalReference | null,
  citedBy = 'delegationId',
): void {
  const { now, context } = transaction;
  const today = localDay(now);
  transaction.require(r07.check({ kind, department, street: context.owner, approval, today, citedBy }));
}
