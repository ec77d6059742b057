import { column, defineTable, registerJudgementVocabulary, type RowOf } from '@mtg/commands';
import { FindingState } from '@mtg/governance';
import { centerCode } from '../organization/reference-columns';
import { ruleAndPeriod } from './rule-and-period';

registerJudgementVocabulary();

/** Finding of a check over time: a rule violated in a period, by the street or by a person in it. */
export const RuleFinding = defineTable('RuleFinding', {
  zh: '周期检查结果',
  en: 'Finding of the periodic checks: a rule broken in a period. One per rule, period and subject',
  list: 'Findings of the periodic checks',
  label: { zh: '检查结果', en: 'finding' },
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
    centerCode: column.optional(
      centerCode('由哪个中心说明，空为街道', 'Center that answers it. Null for the street as a whole'),
    ),
    state: column.choice(FindingState, '状态', 'State'),
    message: column.personal(
      column.text('说明：所缺与改法', 'Explanation: missing items and how to correct them'),
    ),
    resolvedAt: column.optional(
      column.instant('解决时间', 'Time at which a check first found it resolved. Null before that'),
    ),
  },
  shares: ['rule', 'period', 'centerCode', 'state', 'resolvedAt'],
});

export type RuleFinding = RowOf<typeof RuleFinding>;
