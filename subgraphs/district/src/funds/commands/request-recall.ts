import { field } from '@mtg/commands';
import { requestedRecall } from '@mtg/governance';
import { zhEn } from '@mtg/subgraph-kit';
import { In } from 'typeorm';
import { defineCommand } from '../../district-commands';
import { FundRecall } from '../fund-recall';
import { FundTransfer } from '../fund-transfer';

/** R31: the district asks for what a street has not spent. It comes back when the street has agreed. */
export const requestRecall = defineCommand({
  name: 'requestRecall',
  description: zhEn(
    '提出收回资金：只及未支出的部分，街道同意后生效(R31)',
    'Requests a recall of what a street has not spent. It takes effect when the street agrees (R31)',
  ),
  input: {
    fundTransferId: FundTransfer.id(),
    amount: field.amount(zhEn('金额(元)', 'Amount in 元')),
    reason: field.text(zhEn('理由', 'Reason')),
  },
  payload: { fundRecall: () => FundRecall },
  execute: async ({ fundTransferId, amount, reason }, transaction) => {
    const transfer = await transaction.get(FundTransfer, fundTransferId);
    const recalls = await transaction.list(FundRecall, {
      transferId: transfer.id,
      state: In(['REQUESTED', 'AGREED']),
    });
    const recalled = recalls.map((each) => each.amount);
    const { amount: transferred, state } = transfer;
    const values = requestedRecall(transaction, { amount: transferred, state, recalled }, amount);
    const fundRecall = await transaction.insert(FundRecall, {
      ...values,
      transferId: transfer.id,
      reason,
      requestedBy: transaction.actor.subject,
    });
    return { fundRecall };
  },
});
