import { field } from '@mtg/commands';
import { MARK, offeredTransfer, shownCode } from '@mtg/governance';
import { looksLike, refuse, zhEn } from '@mtg/subgraph-kit';
import { defineCommand } from '../../district-commands';
import { findStreet } from '../../streets/street';
import { BudgetLine } from '../budget-line';
import { FundTransfer } from '../fund-transfer';
import { leftOfLine } from '../line-left';

/** R31: 区委社会工委 offers a street a part of a budget line. It is committed from now on. */
export const offerTransfer = defineCommand({
  name: 'offerTransfer',
  description: zhEn(
    '转拨资金：凭证拨给街道，自拨出时占用预算，街道确认后方可支出(R31)',
    'Offers a street a part of a budget line by a voucher. It is committed at once, and can be spent when the street has acknowledged it (R31)',
  ),
  input: {
    budgetLineId: BudgetLine.id(),
    streetCode: field.code(zhEn('街道代码', 'Code of the street')),
    voucher: field.ruled(zhEn('凭证号，唯一(R31)', 'Number of the voucher, unique (R31)'), MARK),
    amount: field.amount(zhEn('金额(元)', 'Amount in 元')),
    purpose: field.optional(field.line(zhEn('用途', 'Purpose'))),
  },
  payload: { fundTransfer: () => FundTransfer },
  execute: async ({ budgetLineId, streetCode, voucher, amount, purpose }, transaction) => {
    const line = await transaction.get(BudgetLine, budgetLineId);
    if (!findStreet(streetCode)) {
      throw refuse.notFound('streetCode', {
        zh: `没有代码为“${shownCode(streetCode)}”的街道。请使用 streets 中的代码`,
        en: `There is no street “${shownCode(streetCode)}”. Use a code from \`streets\``,
      });
    }
    const left = await leftOfLine(transaction, line.id);
    const values = offeredTransfer(transaction, { voucher, amount }, left);
    const known = await transaction.find(FundTransfer, { voucher: looksLike(values.voucher) });
    if (known) {
      throw refuse.badInput('voucher', {
        zh: `凭证“${known.voucher}”已登记。请核对凭证号`,
        en: `Voucher “${known.voucher}” is already recorded. Correct the number`,
      });
    }
    const offeredBy = transaction.actor.subject;
    const fundTransfer = await transaction.insert(FundTransfer, {
      ...values,
      budgetLineId: line.id,
      streetCode,
      purpose,
      offeredBy,
    });
    return { fundTransfer };
  },
});
