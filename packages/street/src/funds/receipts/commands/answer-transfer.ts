import { field } from '@mtg/commands';
import { receivedTransfer, shownCode, type ReceiptOutcome } from '@mtg/governance';
import { refuse, zhEn } from '@mtg/subgraph-kit';
import type { OfferedTransfer } from '../../../district-references/funds-of-district';
import { reason } from '../../../foundation/common-inputs';
import type { StreetContext } from '../../../foundation/street-context';
import { defineCommand, type StreetTransaction } from '../../../foundation/street-commands';
import { FundReceipt } from '../fund-receipt';

const transferId = field.uuid(zhEn('区级转拨的标识', 'Id of the transfer in the district’s books'));

/** The district is not asked again about a transfer that is answered already. */
async function offerOf(
  { transferId: id }: { readonly transferId: string },
  context: StreetContext,
): Promise<OfferedTransfer | null> {
  const isAnswered = await context.database.manager.existsBy(FundReceipt, { transferId: id });
  return isAnswered ? null : context.district.transfer(id, context);
}

/** Answers an offer once. The same answer again gives the record of the first, and writes nothing. */
async function answer(
  transaction: StreetTransaction,
  offer: OfferedTransfer | null,
  { transferId: id, outcome, reason: why }: Answer,
): Promise<FundReceipt> {
  const known = await transaction.find(FundReceipt, { transferId: id });
  if (known?.outcome === outcome) return known;
  if (known || offer?.state === 'DECLINED' || (outcome === 'DECLINED' && offer?.state === 'ACKNOWLEDGED')) {
    throw refuse.conflict({
      zh: '街道已对此笔转拨作出另一答复。请查看收款记录',
      en: 'The street has already given another answer to this transfer. Look at its receipts',
    });
  }
  if (offer === null || offer.streetCode !== transaction.context.owner) {
    throw refuse.notFound('transferId', {
      zh: `区级没有拨给本街道的转拨 ${shownCode(id)}。请使用 district.fundTransfers 中的标识`,
      en: `The district has no transfer ${shownCode(id)} to this street. Use an id from \`district.fundTransfers\``,
    });
  }
  const { year, kind, lineName } = offer;
  const values = receivedTransfer(transaction, offer, outcome, why);
  return transaction.insert(FundReceipt, { ...values, transferId: id, year, kind, lineName });
}

interface Answer {
  readonly transferId: string;
  readonly outcome: ReceiptOutcome;
  readonly reason: string | null;
}

/** R31: from now on the street can spend it, whatever the district has heard. */
export const acknowledgeTransfer = defineCommand({
  name: 'acknowledgeTransfer',
  description: zhEn(
    '确认收款：自此可以支出；重复确认不另记账(R31)',
    'Acknowledges a transfer that the district has offered. It can be spent from then on. Acknowledging it again writes nothing (R31)',
  ),
  input: { transferId },
  payload: { fundReceipt: () => FundReceipt },
  prepare: offerOf,
  execute: async (input, transaction, offer) => ({
    fundReceipt: await answer(transaction, offer, { ...input, outcome: 'ACKNOWLEDGED', reason: null }),
  }),
});

/** R31: an offer with a mistake is not taken. The budget is free again when the district has reconciled. */
export const declineTransfer = defineCommand({
  name: 'declineTransfer',
  description: zhEn(
    '不予接收转拨：转拨有误时退回，须写明理由(R31)',
    'Declines a transfer that the district has offered, with the reason (R31)',
  ),
  input: { transferId, reason },
  payload: { fundReceipt: () => FundReceipt },
  prepare: offerOf,
  execute: async (input, transaction, offer) => ({
    fundReceipt: await answer(transaction, offer, { ...input, outcome: 'DECLINED' }),
  }),
});
