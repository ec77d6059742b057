import type { ApprovalReference } from '@mtg/governance';
import type { DistrictContext } from './district-directory';

/**
 * The approval that a command refers to, as the district has it; null when the command refers to none, or the district
 * knows none of that id. To be asked for before the command's turn.
 *
 * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer: what cannot be verified is not accepted
 */
export async function approvalFor(
  context: DistrictContext,
  id: string | null,
): Promise<ApprovalReference | null> {
  return id === null ? null : context.district.approval(id, context);
}
