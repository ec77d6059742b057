import type { Amount, FundRecallState, FundTransferState } from '@mtg/governance';
import { z } from 'zod';

/** A transfer as the district offers it. */
export interface OfferedTransfer {
  readonly streetCode: string;
  readonly year: number;
  readonly kind: string;
  readonly lineName: string;
  readonly voucher: string;
  readonly amount: Amount;
  readonly state: FundTransferState;
}

/** A recall as the district asks for it. */
export interface RequestedRecall {
  readonly transferId: string;
  readonly amount: Amount;
  readonly state: FundRecallState;
}

export const TRANSFER = `query ($id: UUID!) {
  district { fundTransfer(id: $id) { streetCode year kind lineName voucher amount state } }
}`;

export const transferShape = z.object({
  data: z.object({
    district: z.object({
      fundTransfer: z
        .object({
          streetCode: z.string(),
          year: z.int(),
          kind: z.string(),
          lineName: z.string(),
          voucher: z.string(),
          amount: z.string(),
          state: z.enum(['OFFERED', 'ACKNOWLEDGED', 'DECLINED']),
        })
        .nullable(),
    }),
  }),
});

export const RECALL = `query ($id: UUID!) {
  district { fundRecall(id: $id) { amount state transfer { id } } }
}`;

export const recallShape = z.object({
  data: z.object({
    district: z.object({
      fundRecall: z
        .object({
          amount: z.string(),
          state: z.enum(['REQUESTED', 'AGREED', 'REFUSED']),
          transfer: z.object({ id: z.string() }),
        })
        .nullable(),
    }),
  }),
});
