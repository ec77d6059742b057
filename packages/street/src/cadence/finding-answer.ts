import { column, defineTable, type RowOf } from '@mtg/commands';
import { findingAnswerMachine, FindingAnswerState, labelsOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { RuleFinding } from './rule-finding';

registerVocabulary(
  FindingAnswerState,
  'FindingAnswerState',
  { zh: '检查结果说明的状态', en: 'State of an answer to a finding' },
  labelsOf(findingAnswerMachine),
);

/** Explanation of a broken rule with its remedy, and what was decided on it. */
export const FindingAnswer = defineTable('FindingAnswer', {
  zh: '检查结果的说明',
  en: 'Answer to a finding: explanation and remedy, and the decision on them. The judgement stays as it is',
  list: 'Answers to findings of the periodic checks',
  read: { group: 'CADENCE' },
  writes: 'WORK',
  columns: {
    ruleFindingId: column.ref(() => RuleFinding, { inverse: 'answers' }),
    state: column.choice(FindingAnswerState, '状态', 'State'),
    explanation: column.personal(column.text('说明：为何未做到', 'Explanation: why the rule was broken')),
    remedy: column.personal(column.text('整改措施', 'Remedy')),
    remedyUntil: column.optional(
      column.day('整改期限(含当日)', 'Day until which it is remedied (inclusive). Null where none is set'),
    ),
    answeredBy: column.subject('说明人(令牌中的人员标识)', 'Person who answered, as token subject'),
    role: column.line('说明人的角色', 'Role of the person who answered'),
    decidedAt: column.optional(
      column.instant('确认或退回时间', 'Time of confirmation or sending back. Null until then'),
    ),
    decidedBy: column.optional(
      column.subject(
        '确认或退回的人(令牌中的人员标识)',
        'Person who decided, as token subject. Null until then',
      ),
    ),
    sentBackFor: column.optional(
      column.personal(column.text('退回理由', 'Reason for sending it back. Null unless it was sent back')),
    ),
  },
  shares: ['ruleFindingId', 'state', 'remedyUntil', 'role', 'decidedAt'],
});

export type FindingAnswer = RowOf<typeof FindingAnswer>;
