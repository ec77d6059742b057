import { localDay, type ApprovalReference } from '@mtg/governance';
import { PublicError, type SubgraphContext } from '@mtg/subgraph-kit';
import { z } from 'zod';

const ANSWER_LIMIT_MS = 3000;

const QUERY = `query ($id: UUID!) {
  district { approval(id: $id) { number authority decidedOn revokedAt departmentCode streetCodes } }
}`;

const answerShape = z.object({
  data: z.object({
    district: z.object({
      approval: z
        .object({
          number: z.string(),
          authority: z.string(),
          decidedOn: z.string(),
          revokedAt: z.string().nullable(),
          departmentCode: z.string().nullable(),
          streetCodes: z.array(z.string()).nullable(),
        })
        .nullable(),
    }),
  }),
});

/** What a street asks the district's subgraph, in the name of whoever gives the command. */
export class DistrictDirectory {
  /** @param url of the district's GraphQL; undefined where the street is deployed without one */
  constructor(private readonly url: string | undefined) {}

  /**
   * An approval by its id; null when the district has none of it.
   *
   * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer
   */
  async approval(
    id: string,
    { authorization, requestId }: Pick<SubgraphContext, 'authorization' | 'requestId'>,
  ): Promise<ApprovalReference | null> {
    if (this.url === undefined) throw unavailable();
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-request-id': requestId,
          ...(authorization !== undefined && { authorization }),
        },
        body: JSON.stringify({ query: QUERY, variables: { id } }),
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
      });
      const { approval } = answerShape.parse(await response.json()).data.district;
      return (
        approval && {
          number: approval.number,
          authority: approval.authority,
          decidedOn: approval.decidedOn,
          revokedOn: approval.revokedAt === null ? null : localDay(new Date(approval.revokedAt)),
          department: approval.departmentCode,
          streets: approval.streetCodes,
        }
      );
    } catch (cause) {
      throw Object.assign(unavailable(), { cause });
    }
  }
}

const unavailable = (): PublicError =>
  new PublicError(
    'SUBGRAPH_UNAVAILABLE',
    '区级子图暂不可用，无法核实批准文件，请稍后再试 · The district does not answer, so that the approval cannot be verified; try again later',
    { subgraph: 'district' },
  );
