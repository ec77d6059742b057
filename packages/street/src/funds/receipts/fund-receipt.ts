import { column, defineTable, type RowOf } from '@mtg/commands';
import { RECEIPT_OUTCOME_LABELS, ReceiptOutcome } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { FundTransfer } from '../../district-references/references';

registerVocabulary(
  ReceiptOutcome,
  'ReceiptOutcome',
  { zh: '街道对转拨的答复', en: 'Answer of a street to an offered transfer' },
  RECEIPT_OUTCOME_LABELS,
);

/**
 * A street's answer to a transfer that the district has offered, with what was offered (R31). It is the record that decides:
 * what is acknowledged here can be spent, whatever the district has heard of it.
 */
export const FundReceipt = defineTable('FundReceipt', {
  zh: '收到的转拨',
  en: 'Transfer of funds that the street has answered',
  list: 'Transfers of funds that the street has answered',
  label: { zh: '收款', en: 'receipt' },
  read: { group: 'FUNDS' },
  writes: 'APPEND_ONLY',
  columns: {
    transferId: column.leadingTo(column.hidden(column.uuid('转拨标识', 'Id of the transfer')), {
      name: 'transfer',
      zh: '区级的转拨',
      en: 'Transfer in the district’s books. Null while the district’s subgraph is unavailable',
      trace: column.ON,
      type: () => FundTransfer,
      resolve: (id: string): FundTransfer => ({ id }),
    }),
    outcome: column.choice(ReceiptOutcome, '答复', 'Answer'),
    year: column.whole('预算年度', 'Year of the budget'),
    kind: column.code('资金类别', 'Kind of funds, as the budget names it'),
    lineName: column.line('预算项目名称', 'Name of the budget line'),
    voucher: column.mark('转拨凭证号', 'Number of the transfer’s voucher'),
    amount: column.amount('金额', 'Amount'),
    reason: column.optional(column.text('不予接收的理由', 'Reason for declining it. Null if acknowledged')),
    answeredBy: column.subject('经办人(令牌中的人员标识)', 'Official who answered, as token subject'),
  },
  derived: {
    spent: column.derived(
      column.amount('已支出，冲销已扣除', 'Spent, less reversals'),
      (row) => `fund_receipt_spent(${row}.id)`,
    ),
    givenBack: column.derived(
      column.amount('已同意收回', 'Given back to the district'),
      (row) => `fund_receipt_given_back(${row}.id)`,
    ),
    left: column.derived(
      column.amount('尚可支出', 'Left to be spent'),
      (row) => `fund_receipt_left(${row}.id)`,
    ),
  },
  shares: ['transferId', 'outcome', 'year', 'kind', 'lineName', 'amount'],
  trace: { title: 'lineName' },
});

export type FundReceipt = RowOf<typeof FundReceipt>;
