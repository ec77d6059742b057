import { column, defineTable, type Expression, type RowOf } from '@mtg/commands';
import { FundTransferState, fundTransferMachine, labelsOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { findStreet, Street } from '../streets/street';
import { BudgetLine } from './budget-line';

registerVocabulary(
  FundTransferState,
  'FundTransferState',
  { zh: '转拨状态', en: 'State of a transfer of funds' },
  labelsOf(fundTransferMachine),
);

const ofLine =
  (property: 'year' | 'kind' | 'name'): Expression =>
  (row) =>
    `(SELECT line.${property} FROM budget_line line WHERE line.id = ${row}.budget_line_id)`;

/**
 * Funds that the district offers to a street by a voucher (R31). They are committed from the offer on. The street decides
 * whether it takes them, in its own books.
 */
export const FundTransfer = defineTable('FundTransfer', {
  zh: '资金转拨',
  en: 'Transfer of funds to a street',
  list: 'Transfers of funds to streets',
  read: { group: 'BUDGETS', scopes: { STREET: 'streetCode' } },
  key: 'id',
  writes: 'WORK',
  columns: {
    budgetLineId: column.ref(() => BudgetLine, { inverse: 'transfers' }),
    streetCode: column.leadingTo(column.code('收款街道代码', 'Code of the receiving street'), {
      name: 'street',
      zh: '街道',
      en: 'Street with this code',
      type: () => Street,
      resolve: (code: string) => findStreet(code),
    }),
    voucher: column.mark('凭证号，唯一', 'Number of the voucher, unique'),
    amount: column.amount('金额', 'Amount'),
    purpose: column.optional(column.line('用途', 'Purpose. Null if not stated')),
    state: column.choice(FundTransferState, '状态', 'State in the district’s books'),
    answeredAt: column.optional(
      column.instant(
        '得知街道答复的时间',
        'Time at which the district took over the answer. Null while open',
      ),
    ),
    offeredBy: column.subject('经办人(令牌中的人员标识)', 'Official who offered it, as token subject'),
  },
  derived: {
    year: column.derived(column.whole('年度', 'Year of the budget'), ofLine('year')),
    kind: column.derived(column.code('资金类别', 'Kind of funds'), ofLine('kind')),
    lineName: column.derived(column.line('预算项目名称', 'Name of the budget line'), ofLine('name')),
  },
  shares: ['budgetLineId', 'streetCode', 'amount', 'state', 'answeredAt'],
});

export type FundTransfer = RowOf<typeof FundTransfer>;
