import { localDay, type ApprovalReference, type WorkCalendar } from '@mtg/governance';
import type { SubgraphContext } from '@mtg/subgraph-kit';
import { z } from 'zod';
import { askDistrict } from './ask-district';
import {
  RECALL,
  recallShape,
  TRANSFER,
  transferShape,
  type OfferedTransfer,
  type RequestedRecall,
} from './funds-of-district';
import {
  citedNeed,
  NEED,
  needShape,
  ORGANIZATION,
  organizationShape,
  type CitedNeed,
  type CitedOrganization,
} from './cited-procurement';
import { knownAt, workCalendarNow } from './known-of-district';
import { WAITING_FUNDS, waitingFunds, waitingFundsShape, type WaitingFunds } from './waiting-funds';

const APPROVAL = `query ($id: UUID!) {
  district { approval(id: $id) { number authority decidedOn revokedAt purpose departmentCode streetCodes appointees matter validUntil
    bodyKind position } }
}`;

const APPRAISAL_RESULT = `query ($id: UUID!) {
  district { appraisalResult(id: $id) { year departmentCode sample } }
}`;

const appraisalResultShape = z.object({
  data: z.object({
    district: z.object({
      appraisalResult: z
        .object({ year: z.number(), departmentCode: z.string().nullable(), sample: z.boolean() })
        .nullable(),
    }),
  }),
});

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
          matter: z.string().nullable(),
          validUntil: z.string().nullable(),
          bodyKind: z.string().nullable(),
          position: z.string().nullable(),
        })
        .nullable(),
    }),
  }),
});

/** The context of a request that may ask the district. */
export interface DistrictContext extends SubgraphContext {
  readonly district: DistrictDirectory;
}

/** A result of an appraisal as far as a report on a member has to know it. */
export interface CitedResult {
  readonly year: number;
  /** Null where it concerns all departments. */
  readonly departmentCode: string | null;
  readonly sample: boolean;
}

/** The acting user, as far as the district has to know. */
type Caller = Pick<SubgraphContext, 'authorization' | 'requestId'>;

/** Queries of a street to the district's subgraph. */
export class DistrictDirectory {
  readonly departments;
  readonly baseTasks;

  /** @param url of the district's GraphQL; undefined where the street is deployed without one */
  constructor(private readonly url: string | undefined) {
    const known = knownAt(url);
    this.departments = known.departments;
    this.baseTasks = known.baseTasks;
  }

  /** The working calendar, as the district said last. */
  workCalendar(now: Date): Promise<WorkCalendar> {
    return workCalendarNow(this.url, now);
  }

  /**
   * An approval by its id, requested with the token of the acting user; null when the district has none of it.
   * It is asked for each time, since it may have been revoked.
   *
   * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer
   */
  async approval(id: string, context: Caller): Promise<ApprovalReference | null> {
    const { data } = await this.#ask(APPROVAL, { id }, context, approvalShape);
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
        matter: approval.matter,
        validUntil: approval.validUntil,
        body: approval.bodyKind,
        position: approval.position,
      }
    );
  }

  /**
   * A transfer by its id, requested with the token of the acting user; null when the district has none that the user reads.
   *
   * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer
   */
  async transfer(id: string, context: Caller): Promise<OfferedTransfer | null> {
    const { data } = await this.#ask(TRANSFER, { id }, context, transferShape);
    return data.district.fundTransfer;
  }

  /** The same for a recall. */
  async recall(id: string, context: Caller): Promise<RequestedRecall | null> {
    const { data } = await this.#ask(RECALL, { id }, context, recallShape);
    const { fundRecall } = data.district;
    return (
      fundRecall && {
        transferId: fundRecall.transfer.id,
        amount: fundRecall.amount,
        state: fundRecall.state,
      }
    );
  }

  /**
   * Transfers and recalls that wait for a street's answer, as far as the user reads them.
   *
   * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer
   */
  async waitingFunds(street: string, sample: boolean, context: Caller): Promise<readonly WaitingFunds[]> {
    return waitingFunds(await this.#ask(WAITING_FUNDS, { street, sample }, context, waitingFundsShape));
  }

  /**
   * A need of a catalogue by its id, or null. It is asked for each time, since its catalogue may have been replaced.
   *
   * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer
   */
  async procurementNeed(id: string, context: Caller): Promise<CitedNeed | null> {
    return citedNeed(await this.#ask(NEED, { id }, context, needShape));
  }

  /**
   * An organization of the registry by its id, or null. It is asked for each time, since it may have left.
   *
   * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer
   */
  async socialOrganization(id: string, context: Caller): Promise<CitedOrganization | null> {
    const { data } = await this.#ask(ORGANIZATION, { id }, context, organizationShape);
    return data.district.socialOrganization;
  }

  /**
   * A result of an appraisal by its id, asked for with the token of the acting user, or null.
   *
   * @throws PublicError SUBGRAPH_UNAVAILABLE when the district does not answer
   */
  async appraisalResult(id: string, context: Caller): Promise<CitedResult | null> {
    const { data } = await this.#ask(APPRAISAL_RESULT, { id }, context, appraisalResultShape);
    return data.district.appraisalResult;
  }

  #ask<T>(
    query: string,
    variables: Readonly<Record<string, unknown>>,
    { authorization, requestId }: Caller,
    shape: z.ZodType<T>,
  ): Promise<T> {
    return askDistrict(this.url, {
      query,
      variables,
      headers: { 'x-request-id': requestId, ...(authorization !== undefined && { authorization }) },
      shape,
    });
  }
}
