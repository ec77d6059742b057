import { column, defineTable, type RowOf } from '@mtg/commands';
import { FundRecallState, fundRecallMachine, labelsOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { FundTransfer } from './fund-transfer';

registerVocabulary(
  FundRecallState,
  'FundRecallState',
  { zh: '收回状态', en: 'State of a recall of funds' },
  labelsOf(fundRecallMachine),
);

/** A request of the district to give back what a street has not spent (R31). The street decides in its own books. */
export const FundRecall = defineTable('FundRecall', {
  zh: '资金收回',
  en: 'Recall of funds that a street has not spent',
  list: 'Recalls of funds',
  read: { group: 'BUDGETS', via: 'transferId' },
  key: 'id',
  writes: 'WORK',
  columns: {
    transferId: column.ref(() => FundTransfer, { inverse: 'recalls' }),
    amount: column.amount('金额', 'Amount'),
    reason: column.text('理由', 'Reason'),
    state: column.choice(FundRecallState, '状态', 'State in the district’s books'),
    answeredAt: column.optional(
      column.instant(
        '得知街道答复的时间',
        'Time at which the district took over the answer. Null while open',
      ),
    ),
    requestedBy: column.subject('经办人(令牌中的人员标识)', 'Official who asked for it, as token subject'),
  },
  shares: ['transferId', 'amount', 'state', 'answeredAt'],
});

export type FundRecall = RowOf<typeof FundRecall>;
