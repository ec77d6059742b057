import { localDay, type ApprovalReference } from '@mtg/governance';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import { z } from 'zod';
import { askDistrict } from './ask-district';
import { departmentsAt, type KnownDepartments } from './known-departments';

const APPROVAL = `query ($id: UUID!) {
  district { approval(id: $id) { number authority decidedOn revokedAt purpose departmentCode streetCodes appointees } }
}`;

const approvalShape = z.object({
  data: z.object({
    district: z.object({
      approval: z
        .object({
          number: z.string(),
          authority: z.string(),
          decidedOn: z.string(),
          revokedAt: z.string().nullable(),
          purpose: z.string().nullable(),
          departmentCode: z.string().nullable(),
          streetCodes: z.array(z.string()).nullable(),
          appointees: z.array(z.string()).nullable(),
        })
        .nullable(),
    }),
  }),
});

/** The context of a request that may ask the district. */
export interface DistrictContext extends SubgraphContext {
  readonly district: DistrictDirectory;
}

/** Queries of a street to the district's subgraph. */
export class DistrictDirectory {
  readonly departments: KnownDepartments;

  /** @param url of the district's GraphQL; undefined where the street is deployed without one */
  constructor(private readonly url: string | undefined) {
    this.departments = departmentsAt(url);
  }

  /**
   * An approval by its id, requested with the token of the acting user; null when the district has none of it.
   * It is asked for each time, since it may have been revoked.
   *
   * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer
   */
  async approval(
    id: string,
    { authorization, requestId }: Pick<SubgraphContext, 'authorization' | 'requestId'>,
  ): Promise<ApprovalReference | null> {
    const { data } = await askDistrict(this.url, {
      query: APPROVAL,
      variables: { id },
      headers: { 'x-request-id': requestId, ...(authorization !== undefined && { authorization }) },
      shape: approvalShape,
    });
    const { approval } = data.district;
    return (
      approval && {
        number: approval.number,
        authority: approval.authority,
        decidedOn: approval.decidedOn,
        revokedOn: approval.revokedAt === null ? null : localDay(new Date(approval.revokedAt)),
        purpose: approval.purpose,
        department: approval.departmentCode,
        streets: approval.streetCodes,
        appointees: approval.appointees,
      }
    );
  }
}
