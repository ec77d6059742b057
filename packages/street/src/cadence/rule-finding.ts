import { column, defineTable, type RowOf } from '@mtg/commands';
import { codesOf } from '@mtg/governance';
import { registerVocabulary } from '@mtg/subgraph-kit';
import { ruleAndPeriod } from './rule-and-period';

/** State of a finding: open or resolved. */
const FINDING_STATE_LABELS = {
  OPEN: { zh: '未解决', en: 'Open: the rule is still broken' },
  RESOLVED: { zh: '已解决', en: 'Resolved' },
} as const;
const FindingState = codesOf(FINDING_STATE_LABELS);
type FindingState = keyof typeof FINDING_STATE_LABELS;

registerVocabulary(
  FindingState,
  'FindingState',
  { zh: '周期检查结果的状态', en: 'State of a finding of the periodic checks' },
  FINDING_STATE_LABELS,
);

/** Finding of a check over time: a rule violated in a period, by the street or by a person in it. */
export const RuleFinding = defineTable('RuleFinding', {
  zh: '周期检查结果',
  en: 'Finding of the periodic checks: a rule broken in a period. One per rule, period and subject',
  list: 'Findings of the periodic checks',
  read: { group: 'CADENCE' },
  writes: 'WORK',
  columns: {
    ...ruleAndPeriod,
    subject: column.personal(
      column.line(
        '对象：街道代码，或“中心/人员”',
        'Subject of the finding: the street’s code, or center/person for rules that count persons',
      ),
    ),
    state: column.choice(FindingState, '状态', 'State'),
    message: column.personal(
      column.text('说明：所缺与改法', 'Explanation: missing items and how to correct them'),
    ),
    resolvedAt: column.optional(
      column.instant('解决时间', 'Time at which a check first found it resolved. Null while open'),
    ),
  },
  shares: ['rule', 'period', 'state', 'resolvedAt'],
});

export type RuleFinding = RowOf<typeof RuleFinding>;
