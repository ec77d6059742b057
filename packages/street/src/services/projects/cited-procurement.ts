import type { CitedNeed, CitedOrganization } from '../../district-references/cited-procurement';
import type { StreetContext } from '../../foundation/street-context';

/** Rows of the district that a service project cites. */
export interface CitedOfDistrict {
  readonly need: CitedNeed | null;
  readonly organization: CitedOrganization | null;
}

/**
 * The need and the organization that an input names, as the district has them now. To be asked for before the command's
 * turn.
 *
 * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer: what cannot be verified is not accepted
 */
export async function citedOfDistrict(
  { needId, organizationId }: { readonly needId: string; readonly organizationId: string },
  context: StreetContext,
): Promise<CitedOfDistrict> {
  const [need, organization] = await Promise.all([
    context.district.procurementNeed(needId, context),
    context.district.socialOrganization(organizationId, context),
  ]);
  return { need, organization };
}
