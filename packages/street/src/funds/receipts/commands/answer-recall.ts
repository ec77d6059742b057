import { field } from '@mtg/commands';
import { answeredRecall, shownCode, type RecallOutcome } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import type { RequestedRecall } from '../../../district-references/funds-of-district';
import { reason } from '../../../foundation/common-inputs';
import type { StreetContext } from '../../../foundation/street-context';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { FundReceipt } from '../fund-receipt';
import { FundRecallAnswer } from '../fund-recall-answer';
import { leftOf } from '../left-of-receipt';

const recallId = field.uuid(zhEn('区级收回的标识', 'Id of the recall in the district’s books'));

async function recallOf(
  { recallId: id }: { readonly recallId: string },
  context: StreetContext,
): Promise<RequestedRecall | null> {
  const isAnswered = await context.database.manager.existsBy(FundRecallAnswer, { recallId: id });
  return isAnswered ? null : context.district.recall(id, context);
}

interface Answer {
  readonly recallId: string;
  readonly outcome: RecallOutcome;
  readonly reason: string | null;
}

/** Answers a recall once. The same answer again gives the record of the first, and writes nothing. */
async function answer(
  transaction: StreetTransaction,
  recall: RequestedRecall | null,
  { recallId: id, outcome, reason: why }: Answer,
): Promise<FundRecallAnswer> {
  const known = await transaction.find(FundRecallAnswer, { recallId: id });
  if (known?.outcome === outcome) return known;
  if (known || (recall && recall.state !== 'REQUESTED' && recall.state !== outcome)) {
    throw refuse.conflict({
      zh: '街道已对此次收回作出另一答复。请查看答复记录',
      en: 'The street has already given another answer to this recall. Look at its answers',
    });
  }
  const receipt = recall && (await transaction.find(FundReceipt, { transferId: recall.transferId }));
  if (!recall || !receipt) {
    throw refuse.notFound('recallId', {
      zh: `区级没有对本街道收款的收回 ${shownCode(id)}。请使用 district.fundRecalls 中的标识`,
      en: `The district has no recall ${shownCode(id)} of a transfer to this street. Use an id from \`district.fundRecalls\``,
    });
  }
  const left = await leftOf(transaction, receipt);
  const draft = { amount: recall.amount, outcome, reason: why };
  const values = answeredRecall(transaction, { outcome: receipt.outcome, left }, draft);
  return transaction.insert(FundRecallAnswer, { ...values, recallId: id, receiptId: receipt.id });
}

/** R31: what the street gives back leaves its funds now, and is the district's when it has reconciled. */
export const agreeToRecall = defineCommand({
  name: 'agreeToRecall',
  description: zhEn(
    '同意收回资金：即从可支出额中扣除，只及未支出的部分(R31)',
    'Agrees to a recall of what is unspent. It leaves the street’s funds at once (R31)',
  ),
  input: { recallId },
  payload: { fundRecallAnswer: () => FundRecallAnswer },
  prepare: recallOf,
  execute: async (input, transaction, recall) => ({
    fundRecallAnswer: await answer(transaction, recall, { ...input, outcome: 'AGREED', reason: null }),
  }),
});

export const refuseRecall = defineCommand({
  name: 'refuseRecall',
  description: zhEn('不同意收回资金，须写明理由(R31)', 'Refuses a recall, with the reason (R31)'),
  input: { recallId, reason },
  payload: { fundRecallAnswer: () => FundRecallAnswer },
  prepare: recallOf,
  execute: async (input, transaction, recall) => ({
    fundRecallAnswer: await answer(transaction, recall, { ...input, outcome: 'REFUSED' }),
  }),
});
