import { z } from 'zod';

/** Transfers and recalls that wait for the answer of a street, as the district has them. */
export const WAITING_FUNDS = `query ($street: ID!, $sample: Boolean!) {
  district {
    fundTransfers(first: 500, filter: { state: OFFERED, streetCode: $street, sample: $sample }) {
      nodes { id state lineName voucher amount updatedAt }
    }
    fundRecalls(first: 500, filter: { state: REQUESTED, sample: $sample }) {
      nodes { id state amount updatedAt transfer { lineName voucher } }
    }
  }
}`;

const waiting = z.object({ id: z.string(), state: z.string(), amount: z.string(), updatedAt: z.string() });
const line = z.object({ lineName: z.string(), voucher: z.string() });

export const waitingFundsShape = z.object({
  data: z.object({
    district: z.object({
      fundTransfers: z.object({ nodes: z.array(z.object({ ...waiting.shape, ...line.shape })) }),
      fundRecalls: z.object({ nodes: z.array(z.object({ ...waiting.shape, transfer: line.nullable() })) }),
    }),
  }),
});

/** An entry of the district's books that a street has to answer. */
export interface WaitingFunds {
  readonly kind: 'FundTransfer' | 'FundRecall';
  readonly id: string;
  readonly state: string;
  readonly title: string;
  readonly since: string;
}

/** The entries in one list, called by their budget line, voucher and amount. */
export function waitingFunds({ data }: z.infer<typeof waitingFundsShape>): readonly WaitingFunds[] {
  const { fundTransfers, fundRecalls } = data.district;
  const titled = (of: z.infer<typeof line> | null, amount: string): string =>
    [...(of ? [of.lineName, of.voucher] : []), `${amount} 元`].join(' ');
  return [
    ...fundTransfers.nodes.map(({ id, state, updatedAt, amount, ...of }): WaitingFunds => ({
      kind: 'FundTransfer',
      id,
      state,
      title: titled(of, amount),
      since: updatedAt,
    })),
    ...fundRecalls.nodes.map(({ id, state, updatedAt, amount, transfer }): WaitingFunds => ({
      kind: 'FundRecall',
      id,
      state,
      title: titled(transfer, amount),
      since: updatedAt,
    })),
  ];
}
