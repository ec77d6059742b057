import { registerVocabulary } from '@mtg/subgraph-kit';
import { column, defineTable, type RowOf } from '@mtg/commands';
import { DECISION_OUTCOME_LABELS, DecisionOutcome } from '@mtg/governance';
import { recordedLate } from '../../foundation/recorded-late';
import { DecisionSubject } from './decision-subject';

registerVocabulary(
  DecisionOutcome,
  'DecisionOutcome',
  { zh: '决策结果', en: 'Result of a decision' },
  DECISION_OUTCOME_LABELS,
);

/** A decision of the Street Party Working Committee, as its clerk records it. It is never changed. */
export const CommitteeDecision = defineTable('CommitteeDecision', {
  zh: '街道工委决策',
  en: 'Decision of the Street Party Working Committee',
  list: 'Decisions of the Street Party Working Committee',
  label: { zh: '街道工委决策', en: 'decision of the committee' },
  input: 'decisionId',
  read: {
    group: 'DECISIONS',
    scopes: {
      DEPARTMENT: (row, value) =>
        `${row}.id IN (SELECT decision_id FROM delegation WHERE department_code = ${value})`,
    },
  },
  writes: 'APPEND_ONLY',
  columns: {
    number: column.number('文号或会议决定编号', 'Number of the decision'),
    decidedAt: column.instant('决策时间', 'Time of the decision'),
    outcome: column.choice(DecisionOutcome, '结果', 'Result'),
    subject: column.choice(DecisionSubject, '所议对象', 'Kind of matter decided on'),
    summary: column.text('决策内容', 'Text of the decision'),
  },
  derived: {
    recordedLate: recordedLate(
      'decidedAt',
      'createdAt',
      '是否补录(登记晚于决策之日)',
      'Whether it was recorded after the day of the decision',
    ),
  },
  shares: ['number', 'decidedAt', 'outcome', 'subject'],
  trace: { title: 'number' },
});

export type CommitteeDecision = RowOf<typeof CommitteeDecision>;
