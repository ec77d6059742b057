import { column, defineTable, type RowOf } from '@mtg/commands';
import { CONCLUSION_STEP_LABELS, ConclusionStep } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { recordedLate } from '../../foundation/recorded-late';
import { Delegation } from './delegation';

registerVocabulary(
  ConclusionStep,
  'ConclusionStep',
  { zh: '委托事项办结的步骤', en: 'Step at the end of a delegation (R10)' },
  CONCLUSION_STEP_LABELS,
);

/** That 综合管理中心 concludes a delegation, and that the department confirms or objects (R10). Rows are only ever added. */
export const DelegationConclusion = defineTable('DelegationConclusion', {
  zh: '委托事项办结记录',
  en: 'Conclusion of a delegation, or the department’s answer to it (R10)',
  list: 'Conclusions of delegations, and the departments’ answers to them',
  read: { group: 'DELEGATION', via: 'delegationId' },
  writes: 'APPEND_ONLY',
  columns: {
    delegationId: column.ref(() => Delegation, {
      inverse: {
        name: 'conclusions',
        zh: '办结、确认与异议',
        en: 'Conclusions, and the department’s answers to them',
      },
      trace: column.OUTCOME,
    }),
    step: column.choice(ConclusionStep, '步骤', 'Step'),
    text: column.optional(
      column.text(
        '办结情况，或异议的理由',
        'Result of the work, or reason for the objection. Null for a confirmation',
      ),
    ),
    author: column.subject('登记人(令牌中的人员标识)', 'Author, as token subject'),
    happenedOn: column.day('此步的日期', 'Day on which the step was taken'),
  },
  derived: {
    recordedLate: recordedLate(
      'happenedOn',
      'createdAt',
      '是否补录(登记晚于当日)',
      'Whether it was recorded after the day on which it was taken',
    ),
  },
  shares: ['delegationId', 'step', 'happenedOn'],
  trace: { title: 'step' },
});

export type DelegationConclusion = RowOf<typeof DelegationConclusion>;
