import { column, defineTable, type RowOf } from '@mtg/commands';
import { RECALL_OUTCOME_LABELS, RecallOutcome } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { FundRecall } from '../../district-references/references';
import { FundReceipt } from './fund-receipt';

registerVocabulary(
  RecallOutcome,
  'RecallOutcome',
  { zh: '街道对收回的答复', en: 'Answer of a street to a recall' },
  RECALL_OUTCOME_LABELS,
);

/** A street's answer to the district's request to give back what is unspent. What it agrees to leaves its funds at once. */
export const FundRecallAnswer = defineTable('FundRecallAnswer', {
  zh: '对收回的答复',
  en: 'Answer to a recall of funds',
  list: 'Answers to recalls of funds',
  read: { group: 'FUNDS' },
  writes: 'APPEND_ONLY',
  columns: {
    recallId: column.leadingTo(column.hidden(column.uuid('收回标识', 'Id of the recall')), {
      name: 'recall',
      zh: '区级的收回',
      en: 'Recall in the district’s books. Null while the district’s subgraph is unavailable',
      type: () => FundRecall,
      resolve: (id: string): FundRecall => ({ id }),
    }),
    receiptId: column.ref(() => FundReceipt, {
      inverse: { name: 'recallAnswers', zh: '对收回的答复', en: 'Answers to recalls of it' },
    }),
    outcome: column.choice(RecallOutcome, '答复', 'Answer'),
    amount: column.amount('金额', 'Amount asked for'),
    reason: column.optional(column.text('不同意的理由', 'Reason for refusing. Null if agreed')),
    answeredBy: column.subject('经办人(令牌中的人员标识)', 'Official who answered, as token subject'),
  },
  shares: ['recallId', 'receiptId', 'outcome', 'amount'],
});

export type FundRecallAnswer = RowOf<typeof FundRecallAnswer>;
